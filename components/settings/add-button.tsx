'use client';

import { Plus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useCommands } from '@/components/shell/commands.tsx';
import { Button } from '@/components/ui/button.tsx';

/** The primary action of a list: opens the form of a new entry, and has the focus again when it closes. */
export function AddButton({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useCommands([{ id: label, label, run: () => setOpen(true) }]);
  const close = () => {
    setOpen(false);
    // The dialog is no child of the button, so that nobody else gives the focus back.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <Button ref={button} variant="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {label}
      </Button>
      {open && children(close)}
    </>
  );
}
