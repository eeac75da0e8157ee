'use client';

import { useAct } from '@/components/companies/use-act.ts';
import { Button } from '@/components/ui/button.tsx';
import { revokeOtherSessions } from '@/lib/domain/sessions/actions.ts';

/** Signs the person out everywhere but here. */
export function SignOutOthersButton() {
  const [pending, act] = useAct();
  return (
    <Button
      disabled={pending}
      aria-busy={pending}
      onClick={() => act(() => revokeOtherSessions({}), 'Your other browsers are signed out')}
    >
      Sign out all others
    </Button>
  );
}
