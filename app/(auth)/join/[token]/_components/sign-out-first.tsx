import { Alert } from '@/components/ui/alert.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { signOut } from '@/lib/domain/sessions/actions.ts';

/** Stands before an invitation that is for somebody else than who is signed in. */
export function SignOutFirst({ signedInAs }: { signedInAs: string }) {
  return (
    <form action={signOut} className="grid gap-5">
      <Alert tone="warning" title={`You are signed in as ${signedInAs}`}>
        Sign out, then open the link again.
      </Alert>
      <SubmitButton size="lg" className="w-full">
        Sign out
      </SubmitButton>
    </form>
  );
}
