'use client';

import { unanswered } from '@/components/settings/form-problems.ts';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { toast } from '@/components/ui/toast.ts';

/** Ends a key or token, asked once. `consequence` says who is refused from then on. */
export function RevokeButton({
  name,
  consequence,
  revoke,
}: {
  name: string;
  consequence: string;
  revoke: () => Promise<{ ok: true } | { ok: false; message: string }>;
}) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
      title={`Revoke ${name}?`}
      description={`${consequence} This can't be undone.`}
      confirmLabel="Revoke"
      danger
      onConfirm={async () => {
        const result = await revoke().catch(unanswered);
        if (result.ok) toast.success(`${name} is revoked`);
        else toast.error(result.message);
        return result.ok;
      }}
    />
  );
}
