import type postgres from 'postgres';
import { arrayLiteral } from './array-literal.ts';
import type { RecordClaim } from './claim.ts';
import { cleanJson } from './clean-text.ts';
import type { RecordColumn } from './columns.ts';
import type { ArrangedRecord, ArrangedRejection } from './page.ts';
import { sortedJson } from './record-hash.ts';
import type { ChildPlan, WritePlan } from './write-plan.ts';

/** A record that was written; `oldHash` is null when it is new. */
export interface ChangedRecord {
  platformId: string;
  oldHash: string | null;
}

/** The records of a page by what has to happen with them. */
export interface PageRows {
  added: ArrangedRecord[];
  changed: (ArrangedRecord & { rootfiId: string })[];
  /** Every record that reads well, added and changed ones among them. */
  read: ArrangedRecord[];
  rejections: ArrangedRejection[];
}

/** For whom rows are written: a job of a sync, and whether its pass keeps what it saw. */
export type Writing = Omit<RecordClaim, 'claim'> & { full: boolean; now: Date };
type Statement = PromiseLike<unknown>;

/**
 * Sends the statements that a page needs for its rows, without waiting for answers in between: at most five, and two
 * for each kind of child.
 */
export function pageWrites(
  tx: postgres.TransactionSql,
  plan: WritePlan,
  page: Writing,
  rows: PageRows,
  hasRejected: boolean,
): Statement[] {
  const send = (statement: string, args: postgres.ParameterOrJSON<never>[]) =>
    tx.unsafe(statement, args, { prepare: true }).execute();
  const sent: Statement[] = [];
  const touched = [...rows.added, ...rows.changed];
  if (rows.added.length) sent.push(send(plan.insert, rowArguments(plan, page, rows.added)));
  if (rows.changed.length) {
    const ids = arrayLiteral(rows.changed.map((row) => row.rootfiId));
    sent.push(send(plan.replace, [...rowArguments(plan, page, rows.changed), ids]));
  }
  for (const child of plan.children) {
    if (rows.changed.length) sent.push(send(child.remove, [page.companyId, page.model, idsOf(rows.changed)]));
    const children = childArguments(child, touched);
    if (children) sent.push(send(child.insert, [page.companyId, page.model, ...children]));
  }
  if (hasRejected && rows.read.length) {
    sent.push(send(readWellStatement, [page.companyId, page.model, idsOf(rows.read)]));
  }
  if (rows.rejections.length) sent.push(send(rejectStatement, rejectionArguments(page, rows.rejections)));
  const seen = [...rows.read, ...rows.rejections];
  if (page.full && seen.length) sent.push(send(seenStatement, [page.companyId, page.jobId, idsOf(seen)]));
  return sent;
}

const readWellStatement = `
  delete from rejected_records
  where company_id = $1::bigint and data_model = $2::text and platform_id = any($3::text[])`;

// created_at stays: it says since when the record is refused.
const rejectStatement = `
  insert into rejected_records
    (company_id, organisation_id, data_model, sync_id, created_at, platform_id, reason, field, raw_data)
  select $1::bigint, $2::bigint, $3::text, $4::uuid, $5::timestamptz, u.platform_id, u.reason, u.field, u.raw::jsonb
  from rows from (unnest($6::text[]), unnest($7::text[]), unnest($8::text[]), string_to_table($9::text, E'\\n'))
    as u(platform_id, reason, field, raw)
  on conflict (company_id, data_model, platform_id)
  do update set sync_id = excluded.sync_id, reason = excluded.reason, field = excluded.field,
    raw_data = excluded.raw_data`;

const seenStatement = `
  insert into sync_seen (company_id, job_id, platform_id)
  select $1::bigint, $2::uuid, id from unnest($3::text[]) as id
  on conflict do nothing`;

const idsOf = (rows: readonly { platformId: string }[]) => arrayLiteral(rows.map((row) => row.platformId));

function rowArguments(plan: WritePlan, page: Writing, rows: readonly ArrangedRecord[]) {
  return [
    page.companyId,
    page.now,
    rows.map((row) => row.rawJson).join('\n'),
    idsOf(rows),
    arrayLiteral(rows.map((row) => row.platformUniqueId)),
    arrayLiteral(rows.map((row) => row.dataHash)),
    ...plan.columns.map((column) => arrayLiteral(rows.map((row) => asArgument(column, row.fields[column.name])))),
  ];
}

/** JSON goes as its text. */
const asArgument = ({ kind }: RecordColumn, value: unknown) =>
  kind === 'json' && value !== null && value !== undefined ? cleanJson(sortedJson(value)) : value;

function childArguments(child: ChildPlan, parents: readonly ArrangedRecord[]) {
  const places = parents.flatMap((parent) =>
    (parent.children[child.name] ?? []).map((values, position) => ({ parent: parent.platformId, position, values })),
  );
  if (places.length === 0) return null;
  return [
    arrayLiteral(places.map((place) => place.parent)),
    arrayLiteral(places.map((place) => place.position)),
    ...child.columns.map(({ name }) => arrayLiteral(places.map((place) => place.values[name]))),
  ];
}

function rejectionArguments(page: Writing, rows: readonly ArrangedRejection[]) {
  return [
    page.companyId,
    page.organisationId,
    page.model,
    page.syncId,
    page.now,
    idsOf(rows),
    arrayLiteral(rows.map((row) => row.reason)),
    arrayLiteral(rows.map((row) => row.field)),
    rows.map((row) => row.rawJson).join('\n'),
  ];
}
