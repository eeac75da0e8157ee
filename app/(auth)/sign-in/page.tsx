import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { isFirstRun } from '@/lib/auth/first-run.ts';
import { sessionContext } from '@/lib/auth/session-gate.ts';
import { localPath } from '@/lib/auth/site-path.ts';
import { demoAccountExists } from '@/lib/domain/members/data.ts';
import { demoAccount } from '@/lib/domain/members/demo-account.ts';
import { AuthCard } from '../_components/auth-card.tsx';
import { SignInForm } from './_components/sign-in-form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { next } = await searchParams;
  const goal = localPath(typeof next === 'string' ? next : null);
  if (await sessionContext()) redirect(goal);
  if (await isFirstRun()) redirect('/setup');
  const demo = (await demoAccountExists()) ? demoAccount : undefined;
  return (
    <AuthCard title="Sign in" description="With the e-mail address and password of your account.">
      <SignInForm next={goal} demo={demo} />
    </AuthCard>
  );
}
