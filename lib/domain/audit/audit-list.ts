import type postgres from 'postgres';
import { z } from 'zod';
import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { type ListPlace, pageSizeOf } from '../../page-size.ts';
import { nameKey } from '../companies/name-key.ts';
import { andNamedInReach } from '../companies/reach.ts';
import { type AuditSubject, auditSubjectNames, auditSubjects, groupedNouns } from './audit-subjects.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** An entry of the audit log as the console's table shows it. Moments are ISO 8601. */
export interface AuditListItem {
  id: number;
  action: string;
  actorLabel: string;
  door: string;
  /** The name is null for a company that is gone. */
  company: { id: number; name: string | null } | null;
  /** The sync, key, link or member it speaks of. */
  subjectId: string | null;
  requestId: string;
  /** Names what was done to several companies at once. */
  batchId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  createdAt: string;
}

export interface AuditListPage {
  rows: AuditListItem[];
  next: string | null;
}

/** What the table asks for; anything unknown in it is left out. */
interface Asked {
  search: string | null;
  about: readonly AuditSubject[];
  through: readonly string[];
  spanMs: number | undefined;
  companyId: number | undefined;
}

/** An audit log only grows, so that counting all of it would cost more with every year. */
export const auditCountLimit = 10_000;

const dayMs = 86_400_000;
const spans: Record<string, number> = { '24h': dayMs, '7d': 7 * dayMs, '30d': 30 * dayMs, '90d': 90 * dayMs };
const entryId = z.coerce.number().int().positive();

/** One page of the organisation's audit log, newest first unless asked otherwise; `query` is the table's state as the address holds it. */
export const auditListPage = (ctx: Context, query: URLSearchParams): Promise<AuditListPage> =>
  auditListItems(ctx, query, { after: query.get('after'), limit: pageSizeOf(query) });

/** How many entries the address of the table asks for, counted as far as `auditCountLimit`. */
export async function auditListCount(ctx: Context, query: URLSearchParams): Promise<number> {
  const [counted] = await sqlClient()`
    select count(*) as count from (
      select from audit_log a left join companies c on c.id = a.company_id
      where ${matching(ctx, askedBy(query))} limit ${auditCountLimit + 1}
    ) counted`;
  return Number(counted?.count);
}

/** The entries behind a place of the log. */
export async function auditListItems(
  ctx: Context,
  query: URLSearchParams,
  { after, limit }: ListPlace,
): Promise<AuditListPage> {
  const sql = sqlClient();
  const from = entryId.safeParse(after);
  const oldestFirst = query.get('sort') === 'createdAt';
  const place = from.success ? sql`and a.id ${oldestFirst ? sql`>` : sql`<`} ${from.data}` : sql``;
  const rows = await auditRows(sql`${matching(ctx, askedBy(query))} ${place}`, limit + 1, oldestFirst);
  const shown = rows.slice(0, limit).map(asItem);
  return { rows: shown, next: rows.length > limit ? String(shown.at(-1)?.id) : null };
}

/** The company whose entries alone the address asks for. */
export const auditedCompanyOf = (query: URLSearchParams): number | undefined =>
  entryId.safeParse(query.get('company')).data;

function askedBy(query: URLSearchParams): Asked {
  const about = query.get('about')?.split(',');
  return {
    search: query.get('q')?.trim().slice(0, 200) || null,
    about: auditSubjectNames.filter((one) => about?.includes(one)),
    through: query.get('through')?.split(',') ?? [],
    spanMs: spans[query.get('since') ?? ''],
    companyId: auditedCompanyOf(query),
  };
}

/** One entry. Throws not-found. */
export async function auditEntry(ctx: Context, input: { entryId: string }): Promise<AuditListItem> {
  const id = entryId.safeParse(input.entryId);
  if (!id.success) throw notFound('Entry');
  const [row] = await auditRows(sqlClient()`${matching(ctx)} and a.id = ${id.data}`, 1);
  if (!row) throw notFound('Entry');
  return asItem(row);
}

interface AuditRow extends Omit<AuditListItem, 'id' | 'company' | 'createdAt'> {
  id: string;
  companyId: string | null;
  companyName: string | null;
  createdAt: Date;
}

const auditRows = (where: Fragment, limit: number, oldestFirst = false) => sqlClient()<AuditRow[]>`
  select a.id, a.action, a.actor_label as "actorLabel", a.door, a.company_id as "companyId", c.name as "companyName",
    a.subject_id as "subjectId", a.request_id as "requestId", a.batch_id as "batchId", a.before, a.after,
    a.created_at as "createdAt"
  from audit_log a left join companies c on c.id = a.company_id
  where ${where}
  order by a.id ${oldestFirst ? sqlClient()`asc` : sqlClient()`desc`} limit ${limit}`;

const asItem = (row: AuditRow): AuditListItem => ({
  id: Number(row.id),
  action: row.action,
  actorLabel: row.actorLabel,
  door: row.door,
  company: row.companyId === null ? null : { id: Number(row.companyId), name: row.companyName },
  subjectId: row.subjectId,
  requestId: row.requestId,
  batchId: row.batchId,
  before: row.before,
  after: row.after,
  createdAt: row.createdAt.toISOString(),
});

function matching(ctx: Context, asked?: Asked): Fragment {
  const sql = sqlClient();
  const conditions = [sql`a.organisation_id = ${ctx.organisationId} ${andNamedInReach(ctx, 'a.company_id')}`];
  if (asked?.companyId !== undefined) conditions.push(sql`a.company_id = ${asked.companyId}`);
  if (asked && asked.about.length > 0) conditions.push(speakingOf(asked.about));
  if (asked && asked.through.length > 0) conditions.push(sql`a.door = any(${[...asked.through]}::text[])`);
  if (asked?.spanMs) conditions.push(sql`a.created_at >= ${new Date(ctx.now.getTime() - asked.spanMs)}`);
  if (asked?.search) conditions.push(searching(asked.search));
  return conditions.reduce((all, one) => sql`${all} and ${one}`);
}

function speakingOf(about: readonly AuditSubject[]): Fragment {
  const sql = sqlClient();
  const nouns = about.flatMap((one) => (one === 'other' ? [] : [...auditSubjects[one]]));
  const noun = sql`split_part(a.action, '.', 1)`;
  const other = about.includes('other') ? sql`or ${noun} <> all(${[...groupedNouns]}::text[])` : sql``;
  return sql`(${noun} = any(${nouns}::text[]) ${other})`;
}

/** Part of the company's or of the doer's name, or a whole id of the request or of what the entry speaks of. */
function searching(search: string): Fragment {
  const sql = sqlClient();
  const escaped = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(c.name_key like ${escaped(nameKey(search))} or a.actor_label ilike ${escaped(search)}
    or a.request_id = ${search} or a.subject_id = ${search})`;
}
