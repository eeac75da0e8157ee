import Link from 'next/link';
import { Suspense } from 'react';
import { ChartSkeleton } from '@/components/charts/chart-frame.tsx';
import { NotifyButton } from '@/components/incidents/notify-button.tsx';
import { RangePicker } from '@/components/overview/range-picker.tsx';
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { may } from '@/lib/auth/permissions.ts';
import type { SignedIn } from '@/lib/auth/session-gate.ts';
import { isSubscribed } from '@/lib/domain/incidents/data.ts';
import { sendsMail } from '@/lib/domain/mail/available.ts';
import { type OverviewRange, overviewRanges, rangeSpans } from '@/lib/domain/overview/schema.ts';
import { ActivityPanels } from './activity-panels.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { HealthPanel } from './health-panel.tsx';
import { InviteFunnelPanel } from './invite-funnel-panel.tsx';

const columns = 'grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]';
const ranges = overviewRanges.map((value) => ({ value, label: rangeSpans[value].label }));

/**
 * All panels. They show together: how long the list of what needs attention is nobody knows before, and whatever came
 * first would be moved by it. Only the activity comes by itself, when another span is chosen, in the size it had.
 */
export function OverviewPanels({ session, range }: { session: SignedIn; range: OverviewRange }) {
  const { ctx } = session;
  return (
    <div className={columns}>
      <Card>
        <CardHeader>
          <CardTitle>Needs attention</CardTitle>
          <Notify session={session} />
        </CardHeader>
        <AttentionPanel ctx={ctx} />
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
            <HealthPanel ctx={ctx} />
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
          <InviteFunnelPanel ctx={ctx} />
        </Card>
      </div>
    </div>
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

/** The panels while their numbers are on the way. */
export const OverviewSkeleton = () => (
  <div className={columns}>
    <Card>
      <CardHeader>
        <CardTitle>Needs attention</CardTitle>
      </CardHeader>
      <div className="grid gap-3 p-4">
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </div>
    </Card>
    <div className="grid gap-4">
      <Card>
        <CardHeader>
          <CardTitle>Connections</CardTitle>
        </CardHeader>
        <CardContent>
          <Skeleton className="h-44" />
        </CardContent>
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>Activity</CardTitle>
        </CardHeader>
        <ActivitySkeleton />
      </Card>
    </div>
  </div>
);

/** As high as the charts with the headings above them. */
const ActivitySkeleton = () => (
  <CardContent className="grid gap-6">
    <ChartSkeleton className="h-52" />
    <ChartSkeleton className="h-38" />
  </CardContent>
);
