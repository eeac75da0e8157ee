'use client';

import { useState, useTransition } from 'react';
import { unanswered } from '@/components/settings/form-problems.ts';
import { Button } from '@/components/ui/button.tsx';
import { Dialog, DialogContent } from '@/components/ui/dialog.tsx';
import { toast } from '@/components/ui/toast.ts';
import type { Role } from '@/db/schema/enums.ts';
import { createMemberInvitation } from '@/lib/domain/member-invitations/actions.ts';
import { InvitationMade, type MadeInvitation } from './invite-member-dialog.tsx';

/** Makes the link of an invitation anew, for who lost it or came too late; the one before stops working. */
export function NewLinkButton({ email, role }: { email: string; role: Role }) {
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const [pending, startTransition] = useTransition();
  const renew = () =>
    startTransition(async () => {
      const result = await createMemberInvitation({ email, role }).catch(unanswered);
      if (result.ok) setMade({ ...result.data, email });
      else toast.error(result.message);
    });
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        aria-label={`New link for ${email}`}
        disabled={pending}
        aria-busy={pending}
        onClick={renew}
      >
        New link
      </Button>
      <Dialog open={made !== null} onOpenChange={(open) => !open && setMade(null)}>
        <DialogContent>{made && <InvitationMade {...made} onDone={() => setMade(null)} />}</DialogContent>
      </Dialog>
    </>
  );
}
