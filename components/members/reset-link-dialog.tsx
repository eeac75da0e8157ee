'use client';

import { useState, useTransition } from 'react';
import { unanswered } from '@/components/settings/form-problems.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { createResetLink } from '@/lib/domain/passwords/actions.ts';
import { LinkMade } from './link-made.tsx';
import type { MemberRow } from './member-row.ts';

/** Makes the link by which a member chooses a new password, and shows it once. */
export function ResetLinkDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const [made, setMade] = useState<{ url: string; expiresAt: string } | null>(null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        {made ? (
          <LinkMade
            title="The reset link is ready"
            label="Reset link"
            email={member.email}
            isMailed={false}
            onDone={onClose}
            {...made}
          />
        ) : (
          <Question member={member} onMade={setMade} onCancel={onClose} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function Question({
  member: { userId, name },
  onMade,
  onCancel,
}: {
  member: MemberRow;
  onMade: (made: { url: string; expiresAt: string }) => void;
  onCancel: () => void;
}) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const make = () =>
    startTransition(async () => {
      const result = await createResetLink({ userId }).catch(unanswered);
      if (result.ok) onMade(result.data);
      else setRefusal(result.message);
    });
  return (
    <form action={make} className="grid grid-cols-1 gap-5">
      <DialogHeader>
        <DialogTitle>A new password for {name}</DialogTitle>
        <DialogDescription>
          Whoever has the link chooses it, so pass the link on to them alone. The password they have now works until
          then.
        </DialogDescription>
      </DialogHeader>
      {refusal && (
        <Alert tone="danger" title="No link was made">
          {refusal}
        </Alert>
      )}
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton pending={pending} pendingLabel="Making…">
          Make the link
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}
