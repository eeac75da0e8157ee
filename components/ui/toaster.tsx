'use client';

import dynamic from 'next/dynamic';

/** Where toasts appear. Its code comes after the page, which never starts with a toast. */
export const Toaster = dynamic(() => import('./toaster-panel.tsx').then((module) => module.ToasterPanel), {
  ssr: false,
});
