'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect } from 'react';
import { refreshNoMore, refreshSoon, touched } from './refresh-soon.ts';

const touches = ['input', 'keydown', 'pointerdown'] as const;
const apart = 2_000;
/** How many parts of the page may ask. */
let parts = 0;

/** A way to have the server render the page again, soon: once for all parts that ask, when nobody types or presses. */
export function useRefreshSoon(): (apartMs?: number) => void {
  const router = useRouter();
  useEffect(() => {
    parts += 1;
    if (parts === 1) {
      for (const name of touches) document.addEventListener(name, touched, { capture: true, passive: true });
    }
    return () => {
      parts -= 1;
      if (parts > 0) return;
      for (const name of touches) document.removeEventListener(name, touched, { capture: true });
      refreshNoMore();
    };
  }, []);
  return useCallback((apartMs = apart) => refreshSoon(() => router.refresh(), apartMs), [router]);
}
