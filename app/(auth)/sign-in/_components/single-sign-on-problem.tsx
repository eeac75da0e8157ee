import { Alert } from '@/components/ui/alert.tsx';

/** Why the provider's way led back here (app/api/auth/oidc/callback). */
const words: Record<string, string> = {
  refused: 'You turned back there. Nothing was changed: try again, or use your password.',
  unavailable: 'It could not be asked, or its answer did not fit. Nothing was changed. Try again in a moment.',
  'unknown-person':
    'Nobody with an e-mail address that it has verified as yours has an account here. Ask an owner or admin to invite you.',
  nowhere: 'Your account belongs to no organisation. Ask an owner or admin to invite you.',
  invitation: 'The invitation is over, or for another e-mail address than yours there. Ask for a new one.',
  expired: 'It took too long, or was begun in another browser. Nothing was changed: try again.',
};

/** What came of a sign-in by the provider, when nobody is signed in. */
export function SingleSignOnProblem({ problem, provider }: { problem: string; provider: string }) {
  const text = words[problem];
  if (!text) return null;
  return (
    <Alert tone="danger" title={`You are not signed in with ${provider}`}>
      {text}
    </Alert>
  );
}
