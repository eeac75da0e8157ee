import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db, sqlClient } from '../../../db/client.ts';
import type { ConnectionStatus, Integration } from '../../../db/schema/enums.ts';
import { incidentSubscriptions } from '../../../db/schema/incidents.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { andInReach, andNamedInReach } from '../companies/reach.ts';
import { asCause } from './cause.ts';
import type { Attention, IncidentCompany, IncidentView } from './schema.ts';
import { troubles } from './trouble-sql.ts';

/** Companies that an entry names; the others stand on the incident's page. */
const named = 5;

interface AttentionRow {
  cause: string;
  integration: Integration | null;
  platform_code: string;
  incident_id: string | null;
  since: Date;
  count: string;
  companies: CompanyJson[];
}

/** A company as Postgres writes it into JSON. */
interface CompanyJson {
  id: number;
  name: string;
  integration: Integration;
  status: ConnectionStatus;
  since: string;
  resumeAt: string | null;
  proposed: string | null;
  syncId: string | null;
  isSyncing: boolean;
}

/**
 * What needs somebody now, the same trouble being one entry, the widest first. It is read from how things are, not from
 * the watchdog's rows, so that it is true also while no worker runs.
 */
export async function needsAttention(ctx: Context): Promise<Attention[]> {
  const sql = sqlClient();
  const { now, organisationId } = ctx;
  const rows = await sql<AttentionRow[]>`
    with trouble as (
      select t.*, c.name, x.integration as platform, x.status, x.sync_resume_at, x.sync_state, p.entity_name as proposed,
        row_number() over (partition by t.cause, t.integration, t.platform_code order by t.since, t.company_id) as place
      from (${troubles({ now, organisationId })}) t
      join companies c on c.id = t.company_id join connections x on x.company_id = t.company_id
        left join connection_proposals p on p.company_id = t.company_id
      where true ${andInReach(ctx, 'c')}
    )
    select t.cause, t.integration, t.platform_code, min(t.since) as since, count(*) as count,
      (select i.id from incidents i
        where i.organisation_id = ${organisationId} and i.cause = t.cause and i.closed_at is null
          and i.integration is not distinct from t.integration and i.platform_code = t.platform_code) as incident_id,
      json_agg(json_build_object('id', t.company_id, 'name', t.name, 'integration', t.platform, 'status', t.status,
        'since', t.since, 'resumeAt', t.sync_resume_at, 'proposed', t.proposed, 'syncId', t.sync_id,
        'isSyncing', t.sync_state <> 'IDLE') order by t.since, t.company_id) filter (where t.place <= ${named}) as companies
    from trouble t group by t.cause, t.integration, t.platform_code order by count(*) desc, min(t.since)`;
  return rows.map((row) => ({
    cause: asCause(row.cause),
    integration: row.integration,
    platformCode: row.platform_code,
    incidentId: row.incident_id,
    since: row.since,
    count: Number(row.count),
    companies: row.companies.map(companyOf),
  }));
}

const companyOf = (company: CompanyJson) => ({
  ...company,
  id: Number(company.id),
  since: new Date(company.since),
  resumeAt: company.resumeAt ? new Date(company.resumeAt) : null,
});

interface IncidentRow {
  id: string;
  cause: string;
  integration: Integration | null;
  platform_code: string;
  opened_at: Date;
  closed_at: Date | null;
  current: string;
  total: string;
}

const incidentView = (row: IncidentRow): IncidentView => ({
  id: row.id,
  cause: asCause(row.cause),
  integration: row.integration,
  platformCode: row.platform_code,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  current: Number(row.current),
  total: Number(row.total),
});

const incidentPageSize = 50;

export interface IncidentPage {
  incidents: IncidentView[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

/**
 * The organisation's incidents, newest first: those that stand, or those that are over. `after` is an
 * incident's id; one that can't be read begins at the first page.
 */
export async function listIncidents(
  ctx: Context,
  input: { state: 'open' | 'closed'; after?: string | null },
): Promise<IncidentPage> {
  const sql = sqlClient();
  const { state } = input;
  const after = z.uuid().safeParse(input.after).data;
  const rows = await sql<IncidentRow[]>`
    select i.id, i.cause, i.integration, i.platform_code, i.opened_at, i.closed_at, n.current, n.total
    from incidents i cross join lateral (
      select count(*) filter (where ic.left_at is null) as current, count(*) as total
      from incident_companies ic where ic.incident_id = i.id ${andNamedInReach(ctx, 'ic.company_id')}
    ) n
    where i.organisation_id = ${ctx.organisationId} and n.total > 0
      and ${state === 'open' ? sql`i.closed_at is null` : sql`i.closed_at is not null`}
      ${
        after
          ? sql`and (i.opened_at, i.id) < (select b.opened_at, b.id from incidents b
              where b.organisation_id = ${ctx.organisationId} and b.id = ${after})`
          : sql``
      }
    order by i.opened_at desc, i.id desc limit ${incidentPageSize + 1}`;
  const shown = rows.slice(0, incidentPageSize).map(incidentView);
  return { incidents: shown, next: rows.length > incidentPageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** One incident. Throws not-found, also where none of its companies is within reach. */
export async function getIncident(ctx: Context, input: { incidentId: string }): Promise<IncidentView> {
  const sql = sqlClient();
  const [row] = await sql<IncidentRow[]>`
    select i.id, i.cause, i.integration, i.platform_code, i.opened_at, i.closed_at,
      count(*) filter (where ic.left_at is null) as current, count(*) as total
    from incidents i join incident_companies ic on ic.incident_id = i.id
    where i.organisation_id = ${ctx.organisationId} and i.id = ${input.incidentId}
      ${andNamedInReach(ctx, 'ic.company_id')}
    group by i.id`;
  if (!row) throw notFound('Incident');
  return incidentView(row);
}

const companyPageSize = 50;

export interface IncidentCompanyPage {
  companies: IncidentCompany[];
  /** The company after which the next page begins; null on the last one. */
  next: number | null;
}

/** The companies of an incident: those that have its trouble, longest first, then those that are well again. */
export async function incidentCompanies(
  ctx: Context,
  input: { incidentId: string; after?: number | null },
): Promise<IncidentCompanyPage> {
  const sql = sqlClient();
  const { incidentId, after } = input;
  const rows = await sql<(CompanyJson & { left_at: Date | null })[]>`
    select ic.company_id as id, c.name, x.integration, x.status, ic.since, x.sync_resume_at as "resumeAt",
      p.entity_name as proposed, x.failure ->> 'syncId' as "syncId", x.sync_state <> 'IDLE' as "isSyncing", ic.left_at
    from incident_companies ic join companies c on c.id = ic.company_id join connections x on x.company_id = ic.company_id
      left join connection_proposals p on p.company_id = ic.company_id
    where ic.organisation_id = ${ctx.organisationId} and ic.incident_id = ${incidentId} ${andInReach(ctx, 'c')}
      ${
        after
          ? sql`and (ic.left_at is not null, ic.since, ic.company_id) > (
              select b.left_at is not null, b.since, b.company_id from incident_companies b
              where b.organisation_id = ${ctx.organisationId} and b.incident_id = ${incidentId} and b.company_id = ${after})`
          : sql``
      }
    order by ic.left_at is not null, ic.since, ic.company_id limit ${companyPageSize + 1}`;
  const shown = rows.slice(0, companyPageSize).map(({ left_at: leftAt, ...row }) => ({ ...companyOf(row), leftAt }));
  return { companies: shown, next: rows.length > companyPageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** Whether who asks is told of new incidents by mail. */
export async function isSubscribed(ctx: Context): Promise<boolean> {
  if (ctx.actor.type !== 'user') return false;
  const [row] = await db()
    .select({ userId: incidentSubscriptions.userId })
    .from(incidentSubscriptions)
    .where(
      and(eq(incidentSubscriptions.organisationId, ctx.organisationId), eq(incidentSubscriptions.userId, ctx.actor.id)),
    );
  return row !== undefined;
}
