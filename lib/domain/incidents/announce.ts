import type { Tx } from '../../../db/client.ts';
import type { incidents } from '../../../db/schema/incidents.ts';
import { isWanted, publishEvent } from '../webhooks/outbox.ts';
import { affectedCompanies } from './affected.ts';
import { asCause, incidentGuide } from './cause.ts';

/** Tells receivers of webhooks that an incident began or ended, in the transaction in which it is told of or closed. */
export async function announceIncident(
  tx: Tx,
  step: { incident: typeof incidents.$inferSelect; topic: 'INCIDENT_OPENED' | 'INCIDENT_CLOSED'; now: Date },
): Promise<void> {
  const { incident, topic, now } = step;
  const { id, organisationId, cause, integration, platformCode, openedAt } = incident;
  if (!(await isWanted(tx, organisationId, 'INTEGRATION'))) return;
  const { named, count } = await affectedCompanies(tx, { incidentId: id, stillIn: topic === 'INCIDENT_OPENED' });
  const { summary, whoActs, nextStep } = incidentGuide(asCause(cause), integration);
  await publishEvent(tx, {
    organisationId,
    companyId: null,
    integration,
    webhookType: 'INTEGRATION',
    topics: [topic],
    data: {
      change: topic,
      incident_id: id,
      cause,
      platform_code: platformCode || null,
      opened_at: openedAt.toISOString(),
      summary,
      who_acts: whoActs,
      next_step: nextStep,
      company_count: count,
      companies: named,
    },
    now,
  });
}
