import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { isFirstRun } from '@/lib/auth/first-run.ts';
import { AuthCard } from '../_components/auth-card.tsx';
import { SetUpForm } from './_components/set-up-form.tsx';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetUpPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if (!(await isFirstRun())) redirect('/sign-in');
  const { code } = await searchParams;
  return (
    <AuthCard
      title="Set up Ledgerline"
      description="Nobody has an account here yet. You become the owner of the first organisation."
    >
      <SetUpForm code={typeof code === 'string' ? code : undefined} />
    </AuthCard>
  );
}
