import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { CopyField } from '@/components/ui/copy-field.tsx';
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';

/** A new key, this once. `note` says what is to be done with it. */
export function KeyMade({ value, note, onDone }: { value: string; note?: ReactNode; onDone: () => void }) {
  return (
    <div className="grid gap-5">
      <DialogHeader>
        <DialogTitle>Copy the key now</DialogTitle>
        <DialogDescription>It is stored as a digest only and can't be shown again.</DialogDescription>
      </DialogHeader>
      <CopyField value={value} label="API key" />
      {note && <p className="text-muted-foreground text-xs">{note}</p>}
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </div>
  );
}
