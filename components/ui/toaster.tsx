'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { onToast } from './toast.ts';
import { whenIdle } from './when-idle.ts';

const ToasterPanel = dynamic(() => import('./toaster-panel.tsx').then((module) => module.ToasterPanel), { ssr: false });

/** Where toasts appear. Its code comes when the page is whole and the browser has nothing to do, or with the first toast. */
export function Toaster() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => onToast(() => setWanted(true)), []);
  useEffect(() => whenIdle(() => setWanted(true)), []);
  return isWanted && <ToasterPanel />;
}
