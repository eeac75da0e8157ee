import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { andNamedInReach } from '../companies/reach.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { readTimelineCursor, type TimelineCursor, timelineCursor } from './cursor.ts';
import {
  type TimelineActor,
  type TimelineInput,
  type TimelineKind,
  type TimelinePage,
  timelineInput,
} from './schema.ts';
import { entryOf, type TimelineRow } from './timeline-entry.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

const pageSize = 15;

/** The order of the kinds at one moment, latest last. */
const ranks: Record<TimelineKind, number> = { changes: 0, health: 1, runs: 2, writes: 3 };

/** Told as the sync or the write that they made. */
const toldByRuns = ['sync.started', 'sync.retried', 'write.created'];

const actorTypes: Record<TimelineActor, string[]> = {
  people: ['user'],
  programs: ['api-key', 'access-token'],
  customer: ['invite-link'],
  itself: ['worker', 'system'],
};

/**
 * A page of what happened to a company, newest first: its syncs, its writes, what was changed and by whom, and how its
 * health changed; all of it, or one kind, or one kind of people. One query. Empty for a company out of reach. Throws
 * invalid for a cursor that is none.
 */
export async function companyTimeline(ctx: Context, input: TimelineInput): Promise<TimelinePage> {
  const { companyId, kind, by, after } = checkedInput(timelineInput, input);
  const sql = sqlClient();
  const cursor = readTimelineCursor(after);
  const own = (alias: string) => sql`
    ${sql(alias)}.company_id = ${companyId} and ${sql(alias)}.organisation_id = ${ctx.organisationId}
    ${andNamedInReach(ctx, `${alias}.company_id`)}`;
  const kinds = kind ? [kind] : (Object.keys(ranks) as TimelineKind[]);
  const types = by && actorTypes[by];
  const branches = kinds.map((one) => sql`(${branchOf(one, { own, types, cursor, withChanges: kind === null })})`);
  const rows = await sql<TimelineRow[]>`
    with page as (
      select * from (${branches.reduce((all, one) => sql`${all} union all ${one}`)}) entry
      order by at desc, rank desc, place desc limit ${pageSize + 1}
    )
    select page.rank, page.id, page.at,
      coalesce(change.actor_label, s.requested_by, 'Ledgerline') as actor_label,
      coalesce(change.actor_type, asked.actor_type, 'worker') as actor_type,
      coalesce(change.door, asked.door, 'worker') as door,
      change.action, change.subject_id, change.before, change.after,
      s.job_type, s.status, s.sync_type, s.full_sync, s.cancel_requested, s.resume_at, s.start_time, s.end_time,
      s.failure_message, counts.*,
      health.from_status, health.to_status, health.from_failure, health.to_failure, health.message, health.sync_id
    from page
    left join audit_log change on change.id = case when page.rank = ${ranks.changes} then page.id::bigint end
    left join connection_changes health on health.id = case when page.rank = ${ranks.health} then page.id::bigint end
    left join syncs s on s.id = case when page.rank in (${ranks.runs}, ${ranks.writes}) then page.id::uuid end
    left join lateral (${askedBy('s')}) asked on true
    left join lateral (
      select sum(records_created)::int as created, sum(records_updated)::int as updated,
        sum(records_unchanged)::int as unchanged, sum(records_deleted)::int as deleted, sum(records_failed)::int as failed,
        count(*) filter (where j.status = 'SUCCESS')::int as done, count(*)::int as total
      from sync_jobs j where j.sync_id = s.id
    ) counts on s.id is not null
    order by page.at desc, page.rank desc, page.place desc`;
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    entries: shown.map(entryOf),
    next:
      rows.length > pageSize && last
        ? timelineCursor({ at: last.at.toISOString(), rank: last.rank, id: last.id })
        : null,
  };
}

interface BranchInput {
  /** The condition that a row is of the company and within reach, by its table's alias. */
  own: (alias: string) => Fragment;
  /** Null: by anybody. */
  types: string[] | null;
  cursor: TimelineCursor | null;
  /** Changes are shown as well. */
  withChanges: boolean;
}

/** The newest rows of one kind: `rank, id, at, place`, by the kind's own index. */
function branchOf(kind: TimelineKind, { own, types, cursor, withChanges }: BranchInput): Fragment {
  const sql = sqlClient();
  const rank = ranks[kind];
  const page = (alias: string) => sql`
    ${beyond(alias, rank, cursor)}
    order by ${sql(alias)}.created_at desc, ${sql(alias)}.id desc limit ${pageSize + 1}`;
  switch (kind) {
    case 'changes':
      return sql`
        select ${rank}::int as rank, a.id::text as id, a.created_at as at, lpad(a.id::text, 20, '0') as place
        from audit_log a
        where ${own('a')} and a.action <> all(${toldByRuns}) ${types ? sql`and a.actor_type = any(${types})` : sql``}
        ${page('a')}`;
    case 'health':
      return sql`
        select ${rank}::int as rank, h.id::text as id, h.created_at as at, lpad(h.id::text, 20, '0') as place
        from connection_changes h
        where ${own('h')} ${types && !types.includes('worker') ? sql`and false` : sql``}
        ${withChanges ? sql`and not exists (${toldByChange()})` : sql``}
        ${page('h')}`;
    case 'runs':
    case 'writes':
      return sql`
        select ${rank}::int as rank, r.id::text as id, r.created_at as at, r.id::text as place
        from syncs r
        where ${own('r')} and r.job_type = ${kind === 'runs' ? 'PULL' : 'PUSH'}
        ${types ? sql`and coalesce((select actor_type from (${askedBy('r')}) asked), 'worker') = any(${types})` : sql``}
        ${page('r')}`;
  }
}

/** Rows of a kind behind the cursor: earlier, or at its moment and behind it in the order of kinds and ids. */
function beyond(alias: string, rank: number, cursor: TimelineCursor | null): Fragment {
  const sql = sqlClient();
  if (!cursor) return sql``;
  const at = sql`${sql(alias)}.created_at`;
  if (rank < cursor.rank) return sql`and ${at} <= ${cursor.at}::timestamptz`;
  if (rank > cursor.rank) return sql`and ${at} < ${cursor.at}::timestamptz`;
  return rank === ranks.runs || rank === ranks.writes
    ? sql`and (${at}, ${sql(alias)}.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : sql`and (${at}, ${sql(alias)}.id) < (${cursor.at}::timestamptz, ${cursor.id}::bigint)`;
}

/** Who asked for a sync and through which door: what the audit log says of the request that made it. */
function askedBy(sync: string): Fragment {
  const sql = sqlClient();
  return sql`
    select asked.actor_type, asked.door from audit_log asked
    where asked.request_id = ${sql(sync)}.request_id and asked.organisation_id = ${sql(sync)}.organisation_id
      and asked.company_id = ${sql(sync)}.company_id
    order by asked.id limit 1`;
}

/** A change of health that somebody made by connecting or disconnecting is told as that. */
function toldByChange(): Fragment {
  const sql = sqlClient();
  return sql`
    select from audit_log a
    where a.company_id = h.company_id and a.created_at = h.created_at
      and (a.action like 'connection.%' or a.action = 'company.archived')`;
}
