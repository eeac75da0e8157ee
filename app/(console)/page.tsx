import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ChartSkeleton } from '@/components/charts/chart-frame.tsx';
import { CreateInviteLinkButton } from '@/components/invite-links/create-invite-link-button.tsx';
import { RangePicker } from '@/components/overview/range-picker.tsx';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { linkablePlatforms } from '@/lib/domain/connections/available.ts';
import { overviewRanges, rangeSpans } from '@/lib/domain/overview/schema.ts';
import { ActivityPanels } from './_components/activity-panels.tsx';
import { AttentionPanel } from './_components/attention-panel.tsx';
import { HealthPanel } from './_components/health-panel.tsx';

export const metadata: Metadata = { title: 'Overview' };

const ranges = overviewRanges.map((value) => ({ value, label: rangeSpans[value].label }));

/** What needs me now, how the connections are, and what the syncs did. */
export default async function OverviewPage({ searchParams }: { searchParams: Promise<{ range?: string }> }) {
  const [{ ctx, organisation }, { range: asked }] = await Promise.all([requireSession(), searchParams]);
  const range = overviewRanges.find((one) => one === asked) ?? '7d';
  const mayInvite = may(ctx.actor, 'invite-links.write');
  return (
    <PageBody>
      <PageHead
        title="Overview"
        description={`${organisation.name}: what needs somebody now, and how the syncs go.`}
        actions={mayInvite && <CreateInviteLinkButton platforms={linkablePlatforms()} />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card>
          <CardHeader>
            <CardTitle>Needs attention</CardTitle>
          </CardHeader>
          <Suspense fallback={<RowsSkeleton />}>
            <AttentionPanel ctx={ctx} />
          </Suspense>
        </Card>
        <div className="grid gap-4">
          <Card>
            <CardHeader>
              <CardTitle>Connections</CardTitle>
            </CardHeader>
            <CardContent>
              <Suspense fallback={<Skeleton className="h-44" />}>
                <HealthPanel ctx={ctx} />
              </Suspense>
            </CardContent>
          </Card>
          <Card>
            <CardHeader>
              <CardTitle>Activity</CardTitle>
              <RangePicker current={range} ranges={ranges} />
            </CardHeader>
            <Suspense key={range} fallback={<ActivitySkeleton />}>
              <ActivityPanels ctx={ctx} range={range} />
            </Suspense>
          </Card>
        </div>
      </div>
    </PageBody>
  );
}

const RowsSkeleton = () => (
  <div className="grid gap-3 p-4">
    <Skeleton className="h-12" />
    <Skeleton className="h-12" />
    <Skeleton className="h-12" />
  </div>
);

const ActivitySkeleton = () => (
  <CardContent className="grid gap-6">
    <ChartSkeleton className="h-40" />
    <ChartSkeleton className="h-32" />
  </CardContent>
);
