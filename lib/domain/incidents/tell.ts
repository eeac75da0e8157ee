import { and, eq, inArray, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { incidentSubscriptions, incidents } from '../../../db/schema/incidents.ts';
import { users } from '../../../db/schema/members.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { sendsMail } from '../mail/available.ts';
import { queueMail } from '../mail/mutations.ts';
import { affectedCompanies } from './affected.ts';
import { announceIncident } from './announce.ts';
import { asCause, incidentGuide, tellAfterMs } from './cause.ts';
import { incidentMail } from './incident-mail.ts';

type Incident = typeof incidents.$inferSelect;

/**
 * Tells subscribers of incidents that have stood long enough: an event for receivers each, and one mail a member and
 * look, however many began. Each is told of once. Says how many.
 */
export async function tellIncidents(input: { now: Date }): Promise<number> {
  const { now } = input;
  const waiting = await db()
    .select()
    .from(incidents)
    .where(and(isNull(incidents.toldAt), isNull(incidents.closedAt), isNull(incidents.quietSince)));
  const due = Map.groupBy(
    waiting.filter((incident) => isDue(incident, now)),
    (incident) => incident.organisationId,
  );
  let told = 0;
  for (const [organisationId, ofOne] of due) {
    told += await db().transaction((tx) => tellOrganisation(tx, organisationId, ofOne, now));
  }
  return told;
}

function isDue({ cause, openedAt }: Incident, now: Date): boolean {
  const after = tellAfterMs[asCause(cause)];
  return after !== null && openedAt.getTime() + after <= now.getTime();
}

async function tellOrganisation(tx: Tx, organisationId: number, due: Incident[], now: Date): Promise<number> {
  const ids = due.map(({ id }) => id);
  const taken = await tx
    .update(incidents)
    .set({ toldAt: now })
    .where(and(inArray(incidents.id, ids), isNull(incidents.toldAt)))
    .returning();
  for (const incident of taken) await announceIncident(tx, { incident, topic: 'INCIDENT_OPENED', now });
  if (taken.length > 0 && sendsMail()) await mailSubscribers(tx, organisationId, taken, now);
  return taken.length;
}

async function mailSubscribers(tx: Tx, organisationId: number, told: Incident[], now: Date): Promise<void> {
  const subscribers = await tx
    .select({ email: users.email })
    .from(incidentSubscriptions)
    .innerJoin(users, eq(users.id, incidentSubscriptions.userId))
    .where(eq(incidentSubscriptions.organisationId, organisationId));
  if (subscribers.length === 0) return;
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  const entries = [];
  for (const incident of told) {
    const { named, count } = await affectedCompanies(tx, { incidentId: incident.id, stillIn: true });
    const guide = incidentGuide(asCause(incident.cause), incident.integration);
    entries.push({
      id: incident.id,
      guide,
      openedAt: incident.openedAt,
      companies: named.map(({ name }) => name),
      count,
    });
  }
  const message = incidentMail({ organisation: organisation?.name ?? '', entries });
  for (const { email } of subscribers) {
    await queueMail(tx, { organisationId, kind: 'INCIDENT', recipient: email, message, now });
  }
}
