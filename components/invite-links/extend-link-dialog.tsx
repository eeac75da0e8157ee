'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState, useTransition } from 'react';
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
import { toast } from '@/components/ui/toast.ts';
import { extendInviteLink } from '@/lib/domain/invite-links/actions.ts';
import type { InviteLinkListItem } from '@/lib/domain/invite-links/invite-link-list.ts';
import { ExpiryField } from './expiry-field.tsx';
import { expiryDate } from './link-draft.ts';

/** Gives a link more time from now on; one that has expired works again. */
export function ExtendLinkDialog({ link, onClose }: { link: InviteLinkListItem; onClose: () => void }) {
  const queries = useQueryClient();
  const [days, setDays] = useState('30');
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    startTransition(async () => {
      const expiresAt = expiryDate(days, new Date())?.toISOString() ?? null;
      const result = await extendInviteLink({ inviteLinkId: link.id, expiresAt }).catch(unanswered);
      if (!result.ok) return setProblem(result.message);
      await queries.invalidateQueries({ queryKey: ['invite-links'] });
      toast.success(`The link of ${link.companyName} has more time`);
      onClose();
    });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <form onSubmit={submit} className="grid grid-cols-1 gap-5">
          <DialogHeader>
            <DialogTitle>Extend the link of {link.companyName}</DialogTitle>
            <DialogDescription>
              Your customer’s link stays the same. {link.status === 'EXPIRED' ? 'It works again at once.' : ''}
            </DialogDescription>
          </DialogHeader>
          {problem && <Alert tone="danger">{problem}</Alert>}
          <ExpiryField value={days} onChange={setDays} />
          <DialogFooter>
            <Button onClick={onClose}>Cancel</Button>
            <SubmitButton pending={pending} pendingLabel="Saving…">
              Extend
            </SubmitButton>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
