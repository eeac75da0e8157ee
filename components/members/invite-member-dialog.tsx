'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
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
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import type { Role } from '@/db/schema/enums.ts';
import { createMemberInvitation } from '@/lib/domain/member-invitations/actions.ts';
import { LinkMade } from './link-made.tsx';
import { RoleField } from './role-field.tsx';
import { roleOf } from './role-words.ts';

/** The link of an invitation as it was made. */
export interface MadeInvitation {
  url: string;
  email: string;
  expiresAt: string;
  isMailed: boolean;
}

/** Whom to invite and as what, then the link. */
export function InviteMemberDialog({ offered, onClose }: { offered: readonly Role[]; onClose: () => void }) {
  const [made, setMade] = useState<MadeInvitation | null>(null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[calc(100dvh-2rem)] overflow-y-auto">
        {made ? (
          <InvitationMade {...made} onDone={onClose} />
        ) : (
          <InviteForm offered={offered} onMade={setMade} onCancel={onClose} />
        )}
      </DialogContent>
    </Dialog>
  );
}

/** The link of an invitation, this once. */
export const InvitationMade = (props: MadeInvitation & { onDone: () => void }) => (
  <LinkMade title="The invitation is ready" label="Invitation link" {...props} />
);

function InviteForm({
  offered,
  onMade,
  onCancel,
}: {
  offered: readonly Role[];
  onMade: (made: MadeInvitation) => void;
  onCancel: () => void;
}) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email') ?? '').trim();
    startTransition(async () => {
      const result = await createMemberInvitation({ email, role: roleOf(form) }).catch(unanswered);
      if (result.ok) onMade({ ...result.data, email });
      else setProblems(formProblems(result));
    });
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-5" noValidate>
      <DialogHeader>
        <DialogTitle>Invite a member</DialogTitle>
        <DialogDescription>They get a link by which they join, with an account of their own.</DialogDescription>
      </DialogHeader>
      {problems.form && <Alert tone="danger">{problems.form}</Alert>}
      <Field
        id="invited-email"
        label="E-mail"
        help="Only this address can use the link."
        error={problems.email && `It ${problems.email}.`}
      >
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            required
          />
        )}
      </Field>
      <RoleField offered={offered} value="operator" />
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton pending={pending} pendingLabel="Inviting…">
          Make the link
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}
