import { and, eq, isNull, lte } from 'drizzle-orm';
import { db, sqlClient } from '../../../db/client.ts';
import { incidents } from '../../../db/schema/incidents.ts';
import { announce, announceAfter } from '../../events/announce.ts';
import { announceIncident } from './announce.ts';
import { quietMs } from './cause.ts';
import { troubles } from './trouble-sql.ts';

/**
 * Brings the incidents up to what is wrong at this moment: a trouble that no incident has yet opens one, companies join
 * and leave theirs, and one that no company has had for a while is closed. Says how many were opened and closed. Any
 * number of processes may run it; one at a time does.
 */
export async function watchIncidents(input: { now: Date }): Promise<{ opened: number; closed: number }> {
  const opened = await placeTroubles(input.now);
  return { opened, closed: await closeQuiet(input.now) };
}

/** One statement: what it does to incidents and what it does to their companies is from the same look. */
async function placeTroubles(now: Date): Promise<number> {
  const [counted] = await sqlClient().begin(async (sql) => {
    // Two that look at once would each open the incident that both find missing.
    await sql`select pg_advisory_xact_lock(hashtextextended('incidents', 0))`;
    return sql<{ opened: number; moved: string[] }[]>`
      with trouble as materialized (${troubles({ now })}),
      opened as (
        insert into incidents (id, organisation_id, cause, integration, platform_code, opened_at)
        select gen_random_uuid(), t.organisation_id, t.cause, t.integration, t.platform_code, ${now}
        from (select distinct organisation_id, cause, integration, platform_code from trouble) t
        where not exists (
          select from incidents i
          where i.organisation_id = t.organisation_id and i.cause = t.cause and i.closed_at is null
            and i.integration is not distinct from t.integration and i.platform_code = t.platform_code)
        returning id, organisation_id, cause, integration, platform_code
      ), standing as (
        select id, organisation_id, cause, integration, platform_code from incidents where closed_at is null
        union all select * from opened
      ), placed as materialized (
        select s.id as incident_id, t.organisation_id, t.company_id, t.since
        from trouble t join standing s on s.organisation_id = t.organisation_id and s.cause = t.cause
          and s.integration is not distinct from t.integration and s.platform_code = t.platform_code
      ), joined as (
        insert into incident_companies as known (organisation_id, incident_id, company_id, since)
        select organisation_id, incident_id, company_id, since from placed
        on conflict (incident_id, company_id) do update set left_at = null, since = excluded.since
        where known.left_at is not null
        returning known.organisation_id
      ), gone as (
        update incident_companies known set left_at = ${now}
        from incidents i
        where i.id = known.incident_id and i.closed_at is null and known.left_at is null
          and not exists (
            select from placed p where p.incident_id = known.incident_id and p.company_id = known.company_id)
        returning known.organisation_id
      ), quiet as (
        update incidents i set quiet_since = ${now}
        where i.closed_at is null and i.quiet_since is null
          and not exists (select from placed p where p.incident_id = i.id)
      ), loud as (
        update incidents i set quiet_since = null
        where i.closed_at is null and i.quiet_since is not null
          and exists (select from placed p where p.incident_id = i.id)
      )
      select (select count(*)::int from opened) as opened,
        array(select organisation_id from joined union select organisation_id from gone) as moved`;
  });
  for (const id of counted?.moved ?? []) announce({ organisationId: Number(id), topic: 'incidents' });
  return counted?.opened ?? 0;
}

async function closeQuiet(now: Date): Promise<number> {
  const over = and(isNull(incidents.closedAt), lte(incidents.quietSince, new Date(now.getTime() - quietMs)));
  const candidates = await db().select({ id: incidents.id }).from(incidents).where(over);
  let closed = 0;
  for (const { id } of candidates) {
    await db().transaction(async (tx) => {
      const [incident] = await tx
        .update(incidents)
        .set({ closedAt: now })
        .where(and(eq(incidents.id, id), over))
        .returning();
      if (!incident) return;
      closed += 1;
      announceAfter(tx, { organisationId: incident.organisationId, topic: 'incidents' });
      // Whoever was not told that it began is not told that it ended.
      if (incident.toldAt) await announceIncident(tx, { incident, topic: 'INCIDENT_CLOSED', now });
    });
  }
  return closed;
}
