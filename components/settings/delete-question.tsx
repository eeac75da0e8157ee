'use client';

import { type ReactNode, useState } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { toast } from '@/components/ui/toast.ts';
import { unanswered } from './form-problems.ts';

/** Asks before an entry is deleted; a refusal, such as for one in use, is read in the same place. */
export function DeleteQuestion({
  name,
  description,
  remove,
  open,
  onOpenChange,
}: {
  name: string;
  description: ReactNode;
  remove: () => Promise<{ ok: true } | { ok: false; message: string }>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        setRefusal(null);
        onOpenChange(next);
      }}
      title={`Delete ${name}?`}
      description={description}
      confirmLabel="Delete"
      danger
      onConfirm={async () => {
        const result = await remove().catch(unanswered);
        if (!result.ok) setRefusal(result.message);
        else toast.success(`${name} is deleted`);
        return result.ok;
      }}
    >
      {refusal && (
        <Alert tone="danger" title="It was not deleted">
          {sentence(refusal)}
        </Alert>
      )}
    </ConfirmDialog>
  );
}

const sentence = (words: string) => (words.endsWith('.') ? words : `${words}.`);
