'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { remember } from '@/components/ui/remember.ts';
import type { Crumb } from '../ui/breadcrumb.tsx';
import { sidebarCookie, sidebarFolded } from './sidebar-cookie.ts';

interface Shell {
  folded: boolean;
  toggleFolded: () => void;
  /** What pages add behind the sidebar's item. */
  crumbs: Crumb[];
  setCrumbs: (crumbs: Crumb[]) => void;
}

const ShellContext = createContext<Shell | null>(null);

/** The state of the frame; only inside AppShell. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('useShell is for components inside AppShell');
  return shell;
}

/** The grid of sidebar and page, and what its parts share. */
export function ShellFrame({ defaultFolded, children }: { defaultFolded: boolean; children: ReactNode }) {
  const [folded, setFolded] = useState(defaultFolded);
  const [crumbs, setCrumbs] = useState<Crumb[]>([]);
  const shell = useMemo(
    () => ({ folded, toggleFolded: () => setFolded((before) => !before), crumbs, setCrumbs }),
    [folded, crumbs],
  );
  useEffect(() => {
    remember(sidebarCookie, folded ? sidebarFolded : '');
  }, [folded]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'b' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setFolded((before) => !before);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <ShellContext value={shell}>
      <div
        data-slot="shell"
        data-folded={folded || undefined}
        className="group/shell min-h-dvh lg:grid lg:grid-cols-[auto_minmax(0,1fr)]"
      >
        {children}
      </div>
    </ShellContext>
  );
}
