'use client';

import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { StatusText } from '../ui/status-pill.tsx';
import { useLive } from './live-provider.tsx';

/** A stream that was cut is mostly back before anybody needs to know. */
const patienceMs = 8_000;

/** Says that the page is not told of what moves and asks by itself; nothing while it is told. */
export function LiveMark() {
  const { isLive } = useLive();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (isLive) return setShown(false);
    const timer = setTimeout(setShown, patienceMs, true);
    return () => clearTimeout(timer);
  }, [isLive]);
  if (!isShown) return null;
  return (
    <StatusText
      role="status"
      tone="warning"
      icon={WifiOff}
      title="The live connection is away. While the server can be reached, the page asks it every five seconds."
      className="text-xs"
    >
      <span className="max-sm:sr-only">Not live</span>
    </StatusText>
  );
}
