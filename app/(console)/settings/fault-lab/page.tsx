import { FlaskConical } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AddFaultButton } from '@/components/fault-lab/add-fault-button.tsx';
import { FaultyCompanies } from '@/components/fault-lab/faulty-companies.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import type { Context } from '@/lib/context.ts';
import { hasSandbox } from '@/lib/domain/connections/fault-door.ts';
import { listFaultyCompanies } from '@/lib/domain/fault-lab/data.ts';
import { type LabOffer, labOffers } from '@/lib/domain/fault-lab/lab-offer.ts';
import { SettingsPart } from '../_components/settings-part.tsx';

const title = 'Fault lab';
const description = 'Makes the sandbox fail on purpose, to see what your customers’ bad day looks like here.';
export const metadata: Metadata = { title };

/** What the sandbox does wrong, and for which companies. */
export default async function FaultLabPage() {
  const { ctx } = await requireSession();
  if (!may(ctx.actor, 'organisation.write')) {
    return (
      <SettingsPart title={title} description={description}>
        <Card>
          <Empty
            icon={FlaskConical}
            title="Your role can't see the fault lab"
            description="Owners and admins switch faults on and off. Ask one of them."
          />
        </Card>
      </SettingsPart>
    );
  }
  if (!hasSandbox()) {
    return (
      <SettingsPart title={title} description={description}>
        <Card>
          <Empty
            icon={FlaskConical}
            title="There is no sandbox here"
            description="Faults are for practice. The sandbox runs beside the demo; no other platform is made to fail."
          />
        </Card>
      </SettingsPart>
    );
  }
  const offers = labOffers();
  return (
    <SettingsPart title={title} description={description} action={<AddFaultButton offers={offers} />}>
      <Suspense fallback={<OnNowSkeleton />}>
        <OnNow ctx={ctx} offers={offers} />
      </Suspense>
    </SettingsPart>
  );
}

async function OnNow({ ctx, offers }: { ctx: Context; offers: readonly LabOffer[] }) {
  return <FaultyCompanies companies={await listFaultyCompanies(ctx)} offers={offers} />;
}

const OnNowSkeleton = () => (
  <Card role="status" aria-label="Loading" className="grid gap-3 px-4 py-3.5">
    <Skeleton className="h-4 w-1/4" />
    <Skeleton className="h-3 w-3/5" />
    <Skeleton className="h-3 w-2/5" />
  </Card>
);
