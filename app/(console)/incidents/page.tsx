import type { Metadata } from 'next';
import { Suspense } from 'react';
import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';
import { RefreshOn } from '@/components/live/refresh-on.tsx';
import { PageCrumbs } from '@/components/shell/page-crumbs.tsx';
import { Card, CardHeader } from '@/components/ui/card.tsx';
import { ChoiceLinks } from '@/components/ui/choice-links.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { IncidentList } from './_components/incident-list.tsx';

export const metadata: Metadata = { title: 'Incidents' };

const states = [
  { value: 'open', label: 'Open', href: '/incidents' },
  { value: 'closed', label: 'Over', href: '/incidents?state=closed' },
];

/** The same trouble at one or many companies: what stands, and what is over. */
export default async function IncidentsPage({
  searchParams,
}: {
  searchParams: Promise<{ state?: string; after?: string }>;
}) {
  const [{ ctx }, { state: asked, after }] = await Promise.all([requireSession(), searchParams]);
  const state = asked === 'closed' ? 'closed' : 'open';
  return (
    <PageBody>
      <RefreshOn topics={['incidents']} />
      <PageCrumbs items={[{ label: 'Incidents' }]} />
      <PageHead title="Incidents" description="The same trouble at one company or many, from when it was first seen." />
      <Card>
        <CardHeader className="pb-2">
          <ChoiceLinks label="Which incidents" current={state} choices={states} />
        </CardHeader>
        <Suspense key={`${state} ${after}`} fallback={<TableSkeleton columns={5} rows={6} />}>
          <IncidentList ctx={ctx} state={state} after={after ?? null} />
        </Suspense>
      </Card>
    </PageBody>
  );
}
