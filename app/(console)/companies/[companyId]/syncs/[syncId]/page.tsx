import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { RunView } from '@/components/syncs/run-view.tsx';
import { companyRun } from '@/lib/domain/syncs/company-runs.ts';
import { orNotFound } from '../../../../_components/or-not-found.ts';
import { loadCompany, mayOf } from '../../_components/load-company.ts';

interface Props {
  params: Promise<{ companyId: string; syncId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `A sync of ${(await loadCompany((await params).companyId)).company.name}` };
}

/** One run with its jobs. */
export default async function CompanySyncPage({ params }: Props) {
  const { companyId, syncId } = await params;
  const loaded = await loadCompany(companyId);
  const { ctx, company, platform, definition, isSyncable } = loaded;
  const { sync, readCalls } = mayOf(loaded);
  const run = await orNotFound(() => companyRun(ctx, { companyId: company.id, syncId }));
  const path = `/companies/${company.id}`;
  return (
    <div className="grid gap-4">
      <Link
        href={`${path}/syncs`}
        className="focus-ring inline-flex w-fit items-center gap-1.5 rounded-sm text-muted-foreground hover:text-foreground"
      >
        <ArrowLeft aria-hidden className="size-3.5" />
        All syncs
      </Link>
      <RunView
        companyId={company.id}
        platform={platform ?? 'The platform'}
        nextSteps={definition?.nextSteps}
        initial={run}
        isPaused={Boolean(company.connection?.pause)}
        may={{ sync: sync && isSyncable, readCalls }}
      />
    </div>
  );
}
