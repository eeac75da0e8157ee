import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { ChartSkeleton } from '@/components/charts/chart-frame.tsx';
import { NotifyButton } from '@/components/incidents/notify-button.tsx';
import { CreateInviteLinkButton } from '@/components/invite-links/create-invite-link-button.tsx';
import { RefreshOn } from '@/components/live/refresh-on.tsx';
import { RangePicker } from '@/components/overview/range-picker.tsx';
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession, type SignedIn } from '@/lib/auth/session-gate.ts';
import { linkablePlatforms } from '@/lib/domain/connections/available.ts';
import { isSubscribed } from '@/lib/domain/incidents/data.ts';
import { sendsMail } from '@/lib/domain/mail/available.ts';
import { overviewRanges, rangeSpans } from '@/lib/domain/overview/schema.ts';
import { ActivityPanels } from './_components/activity-panels.tsx';
import { AttentionPanel } from './_components/attention-panel.tsx';
import { HealthPanel } from './_components/health-panel.tsx';
import { InviteFunnelPanel } from './_components/invite-funnel-panel.tsx';

export const metadata: Metadata = { title: 'Overview' };

const ranges = overviewRanges.map((value) => ({ value, label: rangeSpans[value].label }));

/** What needs me now, how the connections are, and what the syncs did. */
export default async function OverviewPage({ searchParams }: { searchParams: Promise<{ range?: string }> }) {
  const [session, { range: asked }] = await Promise.all([requireSession(), searchParams]);
  const { ctx, organisation } = session;
  const range = overviewRanges.find((one) => one === asked) ?? '7d';
  const mayInvite = may(ctx.actor, 'invite-links.write');
  return (
    <PageBody>
      <RefreshOn topics={['company', 'runs', 'invite-links', 'incidents']} apartMs={5_000} />
      <PageHead
        title="Overview"
        description={`${organisation.name}: what needs somebody now, and how the syncs go.`}
        actions={mayInvite && <CreateInviteLinkButton platforms={linkablePlatforms()} />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card>
          <CardHeader>
            <CardTitle>Needs attention</CardTitle>
            <Suspense fallback={<Skeleton className="h-7 w-24" />}>
              <Notify session={session} />
            </Suspense>
          </CardHeader>
          <Suspense fallback={<RowsSkeleton />}>
            <AttentionPanel ctx={ctx} />
          </Suspense>
          <CardFooter>
            <Link href="/incidents" className="focus-ring rounded-sm text-primary hover:underline">
              All incidents
            </Link>
          </CardFooter>
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
          <Card>
            <CardHeader>
              <CardTitle>Invite links</CardTitle>
              <span className="text-muted-foreground text-xs">made in the last 90 days</span>
            </CardHeader>
            <Suspense fallback={<RowsSkeleton />}>
              <InviteFunnelPanel ctx={ctx} />
            </Suspense>
          </Card>
        </div>
      </div>
    </PageBody>
  );
}

/** How the member is told of new incidents. */
async function Notify({ session: { ctx, user } }: { session: SignedIn }) {
  return (
    <NotifyButton
      subscribed={await isSubscribed(ctx)}
      email={user.email}
      sendsMail={sendsMail()}
      mayAddWebhook={may(ctx.actor, 'webhooks.write')}
    />
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
