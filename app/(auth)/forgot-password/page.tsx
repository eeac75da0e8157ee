import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button.tsx';
import { sendsMail } from '@/lib/domain/mail/available.ts';
import { AuthCard } from '../_components/auth-card.tsx';
import { ForgotPasswordForm } from './_components/forgot-password-form.tsx';

export const metadata: Metadata = { title: 'Forgotten password' };
// Whether mail is sent is a setting, which a build does not know.
export const dynamic = 'force-dynamic';

/** The way back in for who forgot the password. */
export default function ForgotPasswordPage() {
  if (sendsMail()) {
    return (
      <AuthCard title="Forgot your password?" description="You get a mail with a link to choose a new one.">
        <ForgotPasswordForm />
      </AuthCard>
    );
  }
  return (
    <AuthCard
      title="Forgot your password?"
      description="This installation sends no mail. An owner or admin of your organisation can make you a link to choose a new password, under Settings, Members."
    >
      <Link href="/sign-in" className={buttonVariants({ size: 'lg' })}>
        Back to sign-in
      </Link>
    </AuthCard>
  );
}
