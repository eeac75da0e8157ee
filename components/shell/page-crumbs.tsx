'use client';

import { useEffect } from 'react';
import type { Crumb } from '../ui/breadcrumb.tsx';
import { useShell } from './shell-frame.tsx';

/**
 * Says in the top bar where this page is, behind the sidebar's item. Put it anywhere in the page.
 *
 * @example <PageCrumbs items={[{ label: company.name }]} />
 */
export function PageCrumbs({ items }: { items: Crumb[] }) {
  const { setCrumbs } = useShell();
  // Pages pass a new array with every render; its text tells whether anything changed.
  const text = JSON.stringify(items);
  useEffect(() => {
    setCrumbs(JSON.parse(text) as Crumb[]);
    return () => setCrumbs([]);
  }, [text, setCrumbs]);
  return null;
}
