import { sqlClient } from '../../../db/client.ts';
import type { ConnectionStatus } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { type HealthCounts, type OutcomeBar, type OverviewRange, rangeSpans } from './schema.ts';

/** The organisation's active companies by the health of their connection. */
export async function healthCounts(ctx: Context): Promise<HealthCounts> {
  const rows = await sqlClient()<{ status: ConnectionStatus | null; count: string; syncing: string }[]>`
    select connection_status as status, count(*) as count,
      count(*) filter (where sync_state in ('FETCHING', 'PARSING', 'RUNNING')) as syncing
    from companies
    where organisation_id = ${ctx.organisationId} and archived_at is null
    group by connection_status`;
  return {
    byStatus: rows.map((row) => ({ status: row.status, count: Number(row.count) })),
    companies: rows.reduce((sum, row) => sum + Number(row.count), 0),
    syncing: rows.reduce((sum, row) => sum + Number(row.syncing), 0),
  };
}

/** Whether there is an active company at all. */
export async function hasCompanies(ctx: Context): Promise<boolean> {
  const [row] = await sqlClient()<{ some: boolean }[]>`
    select exists(
      select from companies where organisation_id = ${ctx.organisationId} and archived_at is null) as some`;
  return row?.some ?? false;
}

/** Ended syncs by outcome, and the records they moved, in bars up to now. Bars without a sync are there, empty. */
export async function syncOutcomes(ctx: Context, input: { range: OverviewRange }): Promise<OutcomeBar[]> {
  const { bars, bar } = rangeSpans[input.range];
  const step = bar === 'hour' ? '1 hour' : '1 day';
  const rows = await sqlClient()<
    ({ at: Date } & Record<'success' | 'partial' | 'failed' | 'cancelled' | 'records', string>)[]
  >`
    with bars as (
      select generate_series(
        date_trunc(${bar}, ${ctx.now}::timestamptz, 'UTC') - ${step}::interval * ${bars - 1}::int,
        date_trunc(${bar}, ${ctx.now}::timestamptz, 'UTC'), ${step}::interval) as at
    ), ended as (
      select date_trunc(${bar}, s.end_time, 'UTC') as at, s.status,
        (select coalesce(sum(j.records_created + j.records_updated + j.records_deleted), 0)
          from sync_jobs j where j.sync_id = s.id) as records
      from syncs s
      where s.organisation_id = ${ctx.organisationId} and s.job_type = 'PULL'
        and s.created_at >= ${ctx.now}::timestamptz - ${step}::interval * ${bars + 2}::int
        and s.end_time <= ${ctx.now}
    )
    select b.at,
      count(*) filter (where e.status = 'SUCCESS') as success,
      count(*) filter (where e.status = 'PARTIAL_SUCCESS') as partial,
      count(*) filter (where e.status = 'FAILED') as failed,
      count(*) filter (where e.status = 'CANCELLED') as cancelled,
      coalesce(sum(e.records), 0) as records
    from bars b left join ended e on e.at = b.at
    group by b.at order by b.at`;
  return rows.map((row) => ({
    at: row.at,
    success: Number(row.success),
    partial: Number(row.partial),
    failed: Number(row.failed),
    cancelled: Number(row.cancelled),
    records: Number(row.records),
  }));
}
