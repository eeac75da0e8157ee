import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button.tsx';
import { type OpenInvitation, openMemberInvitation } from '@/lib/auth/member-invitation-gate.ts';
import { singleSignOnName } from '@/lib/auth/oidc.ts';
import { sessionContext } from '@/lib/auth/session-gate.ts';
import { requestIdOf } from '@/lib/auth/signed-in.ts';
import { signInPath } from '@/lib/auth/site-path.ts';
import { AuthCard } from '../../_components/auth-card.tsx';
import { SingleSignOn } from '../../_components/single-sign-on.tsx';
import { JoinForm } from './_components/join-form.tsx';
import { JoinWithAccount } from './_components/join-with-account.tsx';
import { SignOutFirst } from './_components/sign-out-first.tsx';

export const metadata: Metadata = { title: 'Join', robots: 'noindex' };

/** Where the link of an invitation leads. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const access = await openMemberInvitation(token, { requestId: requestIdOf(await headers()), now: new Date() });
  if (access.state === 'open') return <Invitation token={token} invitation={access.invitation} />;
  return (
    <AuthCard title={closed[access.state].title} description={closed[access.state].description}>
      <Link href="/sign-in" className={buttonVariants({ size: 'lg' })}>
        Sign in
      </Link>
    </AuthCard>
  );
}

const closed = {
  unknown: {
    title: 'There is no such invitation',
    description: 'The link may have been cut off. Open it again from the message it came with.',
  },
  used: {
    title: 'This invitation was used',
    description: 'A link works once. If it was you who used it, sign in with your account.',
  },
  revoked: {
    title: 'This invitation was taken back',
    description: 'A newer one may have taken its place. Ask the person who invited you.',
  },
  expired: {
    title: 'This invitation is over',
    description: 'It was not used in time. Ask the person who invited you for a new one.',
  },
};

async function Invitation({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const session = await sessionContext();
  const provider = singleSignOnName();
  const { organisationName, email, role, invitedBy } = invitation;
  const title = `Join ${organisationName}`;
  const description = `${invitedBy} invites ${email} as ${role}.`;
  if (session && session.user.email !== email) {
    return (
      <AuthCard title={title} description={description}>
        <SignOutFirst signedInAs={session.user.email} />
      </AuthCard>
    );
  }
  if (session) {
    return (
      <AuthCard title={title} description={description}>
        <JoinWithAccount token={token} organisationName={organisationName} />
      </AuthCard>
    );
  }
  return (
    <AuthCard title={title} description={description}>
      {provider && <SingleSignOn provider={provider} query={{ invitation: token }} />}
      {invitation.hasAccount ? (
        <Link href={signInPath(`/join/${token}`)} className={buttonVariants({ variant: 'primary', size: 'lg' })}>
          Sign in to join
        </Link>
      ) : (
        <JoinForm token={token} email={email} />
      )}
    </AuthCard>
  );
}
