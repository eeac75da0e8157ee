import type { Metadata } from 'next';
import { Suspense } from 'react';
import { CreateInviteLinkButton } from '@/components/invite-links/create-invite-link-button.tsx';
import { RefreshOn } from '@/components/live/refresh-on.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { linkablePlatforms } from '@/lib/domain/connections/available.ts';
import { overviewRanges } from '@/lib/domain/overview/schema.ts';
import { OverviewPanels, OverviewSkeleton } from './_components/overview-panels.tsx';

export const metadata: Metadata = { title: 'Overview' };

/** What needs me now, how the connections are, and what the syncs did. */
export default async function OverviewPage({ searchParams }: { searchParams: Promise<{ range?: string }> }) {
  const [session, { range: asked }] = await Promise.all([requireSession(), searchParams]);
  const range = overviewRanges.find((one) => one === asked) ?? '7d';
  const mayInvite = may(session.ctx.actor, 'invite-links.write');
  return (
    <PageBody>
      <RefreshOn topics={['company', 'runs', 'invite-links', 'incidents']} apartMs={5_000} />
      <PageHead
        title="Overview"
        description={`${session.organisation.name}: what needs somebody now, and how the syncs go.`}
        actions={mayInvite && <CreateInviteLinkButton platforms={linkablePlatforms()} />}
      />
      <Suspense fallback={<OverviewSkeleton />}>
        <OverviewPanels session={session} range={range} />
      </Suspense>
    </PageBody>
  );
}
