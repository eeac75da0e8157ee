import type postgres from 'postgres';
import { z } from 'zod';
import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
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
  /** How many match, counted as far as `auditCountLimit`. */
  total: number;
  next: string | null;
}

/** What the table asks for; anything unknown in it is left out. */
export interface AuditQuery {
  q?: string;
  about?: string[];
  through?: string[];
  since?: string;
  /** Entries of one company only. */
  companyId?: number;
  after?: string | null;
}

export const auditPageSize = 50;
/** An audit log only grows, so that counting all of it would cost more with every year. */
export const auditCountLimit = 10_000;

const dayMs = 86_400_000;
const spans: Record<string, number> = { '24h': dayMs, '7d': 7 * dayMs, '30d': 30 * dayMs, '90d': 90 * dayMs };
const entryId = z.coerce.number().int().positive();

/** The state of the table as its address holds it. */
export const readAuditQuery = (query: URLSearchParams): AuditQuery => ({
  q: query.get('q') ?? '',
  about: query.get('about')?.split(','),
  through: query.get('through')?.split(','),
  since: query.get('since') ?? undefined,
  companyId: entryId.safeParse(query.get('company')).data,
  after: query.get('after'),
});

/** One page of the organisation's audit log, newest first. */
export async function auditListPage(ctx: Context, raw: AuditQuery): Promise<AuditListPage> {
  const where = matching(ctx, raw);
  const [page, [counted]] = await Promise.all([
    auditEntries(ctx, { ...raw, limit: auditPageSize }),
    sqlClient()`
      select count(*) as count from (
        select from audit_log a left join companies c on c.id = a.company_id where ${where} limit ${auditCountLimit + 1}
      ) counted`,
  ]);
  return { ...page, total: Number(counted?.count) };
}

/** The entries behind a place of the log, newest first, without their count. */
export async function auditEntries(
  ctx: Context,
  input: AuditQuery & { limit: number },
): Promise<{ rows: AuditListItem[]; next: string | null }> {
  const sql = sqlClient();
  const after = entryId.safeParse(input.after);
  const place = after.success ? sql`and a.id < ${after.data}` : sql``;
  const rows = await auditRows(sql`${matching(ctx, input)} ${place}`, input.limit + 1);
  const shown = rows.slice(0, input.limit).map(asItem);
  return { rows: shown, next: rows.length > input.limit ? String(shown.at(-1)?.id) : null };
}

/** One entry. Throws not-found. */
export async function auditEntry(ctx: Context, input: { entryId: string }): Promise<AuditListItem> {
  const id = entryId.safeParse(input.entryId);
  if (!id.success) throw notFound('Entry');
  const [row] = await auditRows(sqlClient()`${matching(ctx, {})} and a.id = ${id.data}`, 1);
  if (!row) throw notFound('Entry');
  return asItem(row);
}

interface AuditRow extends Omit<AuditListItem, 'id' | 'company' | 'createdAt'> {
  id: string;
  companyId: string | null;
  companyName: string | null;
  createdAt: Date;
}

const auditRows = (where: Fragment, limit: number) => sqlClient()<AuditRow[]>`
  select a.id, a.action, a.actor_label as "actorLabel", a.door, a.company_id as "companyId", c.name as "companyName",
    a.subject_id as "subjectId", a.request_id as "requestId", a.batch_id as "batchId", a.before, a.after,
    a.created_at as "createdAt"
  from audit_log a left join companies c on c.id = a.company_id
  where ${where}
  order by a.id desc limit ${limit}`;

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

function matching(ctx: Context, raw: AuditQuery): Fragment {
  const sql = sqlClient();
  const conditions = [sql`a.organisation_id = ${ctx.organisationId} ${andNamedInReach(ctx, 'a.company_id')}`];
  const about = auditSubjectNames.filter((one) => raw.about?.includes(one));
  const span = spans[raw.since ?? ''];
  const search = raw.q?.trim().slice(0, 200);
  if (raw.companyId !== undefined) conditions.push(sql`a.company_id = ${raw.companyId}`);
  if (about.length > 0) conditions.push(speakingOf(about));
  if (raw.through && raw.through.length > 0) conditions.push(sql`a.door = any(${raw.through}::text[])`);
  if (span) conditions.push(sql`a.created_at >= ${new Date(ctx.now.getTime() - span)}`);
  if (search) conditions.push(searching(search));
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
