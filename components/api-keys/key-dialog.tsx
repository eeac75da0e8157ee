'use client';

import { type ReactNode, useState } from 'react';
import { useCommands } from '@/components/shell/commands.tsx';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog.tsx';
import { KeyMade } from './key-made.tsx';

interface KeyDialogProps {
  /** The button; null where it is not offered any more, which the dialog outlives. */
  trigger: ReactNode;
  /** What the command menu calls it; left out where it does not offer it. */
  command?: string;
  /** What to do with the key once it is copied. */
  note?: string;
  /** What makes the key. */
  form: (onMade: (key: string) => void) => ReactNode;
}

/** A dialog that makes a key and shows it once. */
export function KeyDialog({ trigger, command, note, form }: KeyDialogProps) {
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  useCommands(command ? [{ id: command, label: command, run: () => setOpen(true) }] : []);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setKey(null);
      }}
    >
      {trigger && <DialogTrigger asChild>{trigger}</DialogTrigger>}
      <DialogContent>
        {key ? <KeyMade value={key} note={note} onDone={() => setOpen(false)} /> : form(setKey)}
      </DialogContent>
    </Dialog>
  );
}
