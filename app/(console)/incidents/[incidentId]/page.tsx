import type { Metadata } from 'next';
import { cache, Suspense } from 'react';
import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';
import { RetryButton } from '@/components/incidents/retry-button.tsx';
import { RefreshOn } from '@/components/live/refresh-on.tsx';
import { PageCrumbs } from '@/components/shell/page-crumbs.tsx';
import { Card, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { platformName } from '@/lib/domain/connections/available.ts';
import { incidentGuide, incidentSteps } from '@/lib/domain/incidents/cause.ts';
import { getIncident } from '@/lib/domain/incidents/data.ts';
import { incidentId } from '@/lib/domain/incidents/schema.ts';
import { orNotFound } from '../../_components/or-not-found.ts';
import { IncidentAnswers } from './_components/incident-answers.tsx';
import { IncidentCompanies } from './_components/incident-companies.tsx';

interface Props {
  params: Promise<{ incidentId: string }>;
  searchParams: Promise<{ after?: string }>;
}

const loadIncident = cache(async (id: string) => {
  const { ctx } = await requireSession();
  return { ctx, incident: await orNotFound(async () => getIncident(ctx, { incidentId: incidentId(id) })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { incident } = await loadIncident((await params).incidentId);
  return { title: incidentGuide(incident.cause, incident.integration).label };
}

/** One incident: is it over, since when, who must act, what next; and its companies, each with its button. */
export default async function IncidentPage({ params, searchParams }: Props) {
  const [{ incidentId: id }, { after }] = await Promise.all([params, searchParams]);
  const { ctx, incident } = await loadIncident(id);
  const guide = incidentGuide(incident.cause, incident.integration);
  const { cause, integration, platformCode } = incident;
  const mayRetry = incidentSteps[cause].includes('retry') && incident.current > 0 && may(ctx.actor, 'syncs.write');
  return (
    <PageBody>
      <RefreshOn topics={['incidents']} />
      <PageCrumbs items={[{ label: 'Incidents', href: '/incidents' }, { label: guide.label }]} />
      <PageHead
        title={integration ? `${guide.label}, ${platformName(integration)}` : guide.label}
        badge={
          <StatusPill tone={incident.closedAt ? 'neutral' : guide.tone}>
            {incident.closedAt ? 'Over' : 'Open'}
          </StatusPill>
        }
        description={platformCode ? `${guide.summary} Code ${platformCode}.` : guide.summary}
        actions={mayRetry && <RetryButton trouble={{ cause, integration, platformCode }} count={incident.current} />}
      />
      <IncidentAnswers incident={incident} guide={guide} />
      <Card>
        <CardHeader className="pb-2">
          <CardTitle>Companies</CardTitle>
        </CardHeader>
        <Suspense key={after} fallback={<TableSkeleton columns={5} rows={5} />}>
          <IncidentCompanies ctx={ctx} incident={incident} after={Number(after) || null} />
        </Suspense>
      </Card>
    </PageBody>
  );
}
