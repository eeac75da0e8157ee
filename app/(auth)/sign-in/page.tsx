import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { isFirstRun } from '@/lib/auth/first-run.ts';
import { singleSignOnName } from '@/lib/auth/oidc.ts';
import { sessionContext } from '@/lib/auth/session-gate.ts';
import { localPath } from '@/lib/auth/site-path.ts';
import { demoAccountExists } from '@/lib/domain/members/data.ts';
import { demoAccount } from '@/lib/domain/members/demo-account.ts';
import { AuthCard } from '../_components/auth-card.tsx';
import { SingleSignOn } from '../_components/single-sign-on.tsx';
import { SignInForm } from './_components/sign-in-form.tsx';
import { SingleSignOnProblem } from './_components/single-sign-on-problem.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { next, sso } = await searchParams;
  const goal = localPath(typeof next === 'string' ? next : null);
  if (await sessionContext()) redirect(goal);
  if (await isFirstRun()) redirect('/setup');
  const provider = singleSignOnName();
  const demo = (await demoAccountExists()) ? demoAccount : undefined;
  return (
    <AuthCard
      title="Sign in"
      description={`With ${provider ? `${provider}, or with ` : ''}the e-mail address and password of your account.`}
    >
      {provider && typeof sso === 'string' && <SingleSignOnProblem problem={sso} provider={provider} />}
      {provider && <SingleSignOn provider={provider} query={{ next: goal }} />}
      <SignInForm next={goal} demo={demo} />
    </AuthCard>
  );
}
