'use client';

import { Alert } from '@/components/ui/alert.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { joinWithAccount } from '@/lib/domain/member-invitations/actions.ts';
import { useFormAction } from '../../../_components/use-form-action.ts';

/** The one press that makes somebody who is signed in a member. */
export function JoinWithAccount({ token, organisationName }: { token: string; organisationName: string }) {
  const { form, pending, message } = useFormAction(joinWithAccount);
  return (
    <form {...form} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      {message && <Alert tone="danger">{message}</Alert>}
      <SubmitButton size="lg" className="w-full" pending={pending} pendingLabel="Joining…">
        Join {organisationName}
      </SubmitButton>
    </form>
  );
}
