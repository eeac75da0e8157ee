import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button.tsx';
import { openPasswordReset } from '@/lib/auth/password-reset-gate.ts';
import { requestIdOf } from '@/lib/auth/signed-in.ts';
import { AuthCard } from '../../_components/auth-card.tsx';
import { ChoosePasswordForm } from './_components/choose-password-form.tsx';

export const metadata: Metadata = { title: 'New password', robots: 'noindex' };

/** Where a reset link leads. */
export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const access = await openPasswordReset(token, { requestId: requestIdOf(await headers()), now: new Date() });
  if (access.state === 'open') {
    return (
      <AuthCard title="Choose a new password" description={`For ${access.email}. You are signed out everywhere else.`}>
        <ChoosePasswordForm token={token} email={access.email} />
      </AuthCard>
    );
  }
  return (
    <AuthCard
      title="This link does not work any more"
      description="It was used, is too old, or a newer one took its place. Your password is as it was."
    >
      <Link href="/forgot-password" className={buttonVariants({ size: 'lg' })}>
        Ask for a new link
      </Link>
    </AuthCard>
  );
}
