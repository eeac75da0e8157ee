import type { ReactNode } from 'react';
import { CompanyActions } from '@/components/companies/company-actions.tsx';
import { CompanyCrumbs } from '@/components/companies/company-crumbs.tsx';
import { CompanyHead } from '@/components/companies/company-head.tsx';
import { CompanyRename } from '@/components/companies/company-rename.tsx';
import { HealthStrip } from '@/components/companies/health-strip.tsx';
import { RefreshOn } from '@/components/live/refresh-on.tsx';
import { OpenCompanyMark } from '@/components/shell/commands.tsx';
import { LiveSync } from '@/components/syncs/live-sync.tsx';
import { NavTabs } from '@/components/ui/nav-tabs.tsx';
import { PageBody } from '@/components/ui/page-head.tsx';
import { loadCompany, loadNextDue, loadProgress, mayOf } from './_components/load-company.ts';
import { NextStep, nextStepFor } from './_components/next-step.tsx';

/** What all tabs of a company share: who it is, how it is, what goes on, what can be done. */
export default async function CompanyLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ companyId: string }>;
}) {
  const { companyId } = await params;
  const loaded = await loadCompany(companyId);
  const [nextDueAt, progress] = await Promise.all([loadNextDue(companyId), loadProgress(companyId)]);
  const { company, platform, health, isArchived, isConnected, inviteUrl } = loaded;
  const may = mayOf(loaded);
  const pause = company.connection?.pause ?? null;
  const path = `/companies/${company.id}`;
  return (
    <PageBody>
      <RefreshOn topics={['company', 'runs']} companyId={company.id} />
      <OpenCompanyMark id={company.id} uuid={company.uuid} name={company.name} />
      <CompanyCrumbs companyId={company.id} name={company.name} />
      <CompanyHead
        name={company.name}
        platform={platform}
        entityName={company.connection?.entityName ?? null}
        health={health}
        lastSyncedAt={company.connection?.lastSyncedAt ?? null}
        nextDueAt={loaded.isSyncable ? nextDueAt : null}
        now={loaded.ctx.now}
        rename={may.change && <CompanyRename companyId={company.id} name={company.name} />}
        actions={
          (may.change || may.restore) && (
            <CompanyActions
              companyId={company.id}
              name={company.name}
              isArchived={isArchived}
              isConnected={isConnected}
              isPaused={pause !== null}
              canSync={loaded.isSyncable}
              activeSyncId={progress?.isActive ? progress.syncId : null}
              inviteUrl={inviteUrl}
              quiet={nextStepFor(loaded) !== null}
            />
          )
        }
      />
      <HealthStrip
        health={health}
        failure={company.connection?.failure ?? null}
        pause={isArchived || health.label === 'Paused' ? null : pause}
        keptAside={
          progress && !progress.isActive && progress.recordsFailed > 0
            ? { ...progress, href: `${path}/syncs/${progress.syncId}` }
            : null
        }
        action={<NextStep loaded={loaded} />}
      />
      <LiveSync
        companyId={company.id}
        platform={platform ?? 'The platform'}
        initial={progress}
        isPaused={pause !== null}
      />
      <NavTabs
        label={company.name}
        tabs={[
          { href: path, label: 'Overview', exact: true },
          { href: `${path}/models`, label: 'Models' },
          { href: `${path}/syncs`, label: 'Syncs' },
          { href: `${path}/contacts`, label: 'Contacts' },
          { href: `${path}/invoices`, label: 'Invoices and payments' },
          { href: `${path}/records`, label: 'Records' },
          { href: `${path}/profile`, label: 'Profile' },
          { href: `${path}/access`, label: 'Access' },
          { href: `${path}/audit`, label: 'Audit' },
        ]}
      />
      {children}
    </PageBody>
  );
}
