'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import type { CommandMenuProps } from './command-menu.tsx';

// Fetched when it is first asked for.
const CommandMenu = dynamic(() => import('./command-menu.tsx').then((module) => module.CommandMenu), { ssr: false });

/** Opens the command menu, as Ctrl or Cmd with K does on every screen. */
export function CommandField(menu: Omit<CommandMenuProps, 'onClose'>) {
  const [isOpen, setOpen] = useState(false);
  // Who had the focus gets it back; a command may then give it to somebody else.
  const before = useRef<HTMLElement | null>(null);
  const isMac = useIsMac();
  const open = () => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => before.current?.focus());
  };
  const toggle = useRef(open);
  toggle.current = isOpen ? close : open;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      toggle.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label="Search or do anything"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
        className="focus-ring flex h-8 items-center gap-2 rounded-md text-muted-foreground transition-colors hover:bg-hover max-lg:w-8 max-lg:justify-center lg:w-56 lg:border lg:bg-surface lg:px-2.5"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 text-left max-lg:sr-only">Search or do…</span>
        <Kbd aria-hidden className="max-lg:hidden">
          {isMac ? '⌘ K' : 'Ctrl K'}
        </Kbd>
      </button>
      {isOpen && <CommandMenu {...menu} onClose={close} />}
    </>
  );
}

function useIsMac(): boolean {
  const [isMac, setMac] = useState(false);
  useEffect(() => setMac(/mac|iphone|ipad/i.test(navigator.userAgent)), []);
  return isMac;
}
