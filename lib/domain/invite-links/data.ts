import type postgres from 'postgres';
import { z } from 'zod';
import { sqlClient } from '../../../db/client.ts';
import type { RequestedModelConfig } from '../../../db/schema/companies.ts';
import type { Integration, IntegrationCategory, InviteLinkStatus, InviteStep } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { env } from '../../env.ts';
import { notFound } from '../../errors.ts';
import { nameKey } from '../companies/name-key.ts';
import { andInReach } from '../companies/reach.ts';
import { inviteLinkStatus } from './invite-link-state.ts';
import { hasWay, madeSince, reachedOf } from './link-filters.ts';
import type { InviteLinkView, ListInviteLinksInput } from './schema.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

export interface InviteLinkPage {
  inviteLinks: InviteLinkView[];
  count: number;
  next: { createdAt: string; id: string } | null;
}

/** One page of the links of companies within reach, newest first unless asked otherwise. */
export async function listInviteLinks(ctx: Context, input: ListInviteLinksInput): Promise<InviteLinkPage> {
  const [page, count] = await Promise.all([inviteLinksFrom(ctx, input), countInviteLinks(ctx, input)]);
  return { ...page, count };
}

/** How many links match, wherever one is among them. */
export async function countInviteLinks(ctx: Context, input: ListInviteLinksInput): Promise<number> {
  const [total] = await sqlClient()`
    select count(*) as count from invite_links i join companies c on c.id = i.company_id where ${matching(ctx, input)}`;
  return Number(total?.count ?? 0);
}

/** The same without the count, for who reads one page after another. */
export async function inviteLinksFrom(
  ctx: Context,
  input: ListInviteLinksInput,
): Promise<Omit<InviteLinkPage, 'count'>> {
  const sql = sqlClient();
  const where = matching(ctx, input);
  const { cursor, oldestFirst } = input;
  const beyond = oldestFirst ? sql`>` : sql`<`;
  const rows = await inviteLinkRows(
    cursor
      ? sql`${where} and (i.created_at, i.id) ${beyond} (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`
      : where,
    input.limit + 1,
    oldestFirst,
  );
  const shown = rows.slice(0, input.limit).map((row) => inviteLinkView(row, ctx.now));
  const last = shown.at(-1);
  return {
    inviteLinks: shown,
    next: rows.length > input.limit && last ? { createdAt: last.createdAt.toISOString(), id: last.id } : null,
  };
}

/** One link by its id; that of an archived company is REVOKED. Throws not-found. */
export async function getInviteLink(ctx: Context, input: { inviteLinkId: string }): Promise<InviteLinkView> {
  const sql = sqlClient();
  const [row] = await inviteLinkRows(
    sql`i.organisation_id = ${ctx.organisationId} and i.id = ${input.inviteLinkId} ${andInReach(ctx, 'c')}`,
    1,
  );
  if (!row) throw notFound('Invite link');
  return inviteLinkView(row, ctx.now);
}

function matching(ctx: Context, input: ListInviteLinksInput): Fragment {
  const sql = sqlClient();
  const conditions: Fragment[] = [sql`i.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')}`];
  if (input.status) conditions.push(withStatus(input.status, ctx.now));
  if (input.reached?.length) {
    conditions.push(sql`coalesce(${reachedOf(sql)}, 'NOT_OPENED') = any(${[...input.reached]}) and ${hasWay(sql)}`);
  }
  if (input.made) conditions.push(sql`i.created_at >= ${madeSince(input.made, ctx.now)}`);
  const search = input.search?.trim();
  if (search) conditions.push(searching(search));
  return conditions.reduce((all, one) => sql`${all} and ${one}`);
}

function searching(search: string): Fragment {
  const sql = sqlClient();
  if (z.guid().safeParse(search).success) return sql`i.id = ${search}::uuid`;
  return sql`c.name_key like ${`%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%`}`;
}

/** The same rule as inviteLinkStatus, for the database. */
function withStatus(status: InviteLinkStatus, now: Date): Fragment {
  const sql = sqlClient();
  switch (status) {
    case 'PENDING':
      return sql`i.status = 'PENDING' and (i.expires_at is null or i.expires_at > ${now})`;
    case 'EXPIRED':
      return sql`i.status = 'PENDING' and i.expires_at <= ${now}`;
    default:
      return sql`i.status = ${status}`;
  }
}

interface InviteLinkRow {
  id: string;
  company_id: string;
  company_name: string;
  integration: Integration | null;
  integration_category: IntegrationCategory;
  sync_from: Date | null;
  sync_config: RequestedModelConfig[];
  redirect_url: string | null;
  created_at: Date;
  expires_at: Date | null;
  status: 'PENDING' | 'CONNECTED' | 'REVOKED';
  opened_count: number;
  first_opened_at: Date | null;
  reached: InviteStep | null;
}

function inviteLinkRows(where: Fragment, limit: number, oldestFirst = false) {
  const sql = sqlClient();
  const direction = oldestFirst ? sql`asc` : sql`desc`;
  return sql<InviteLinkRow[]>`
    select i.id, i.company_id, c.name as company_name, i.integration, i.integration_category, i.sync_from, i.sync_config,
      i.redirect_url, i.created_at, i.expires_at, i.status, i.opened_count, i.first_opened_at,
      ${reachedOf(sql)} as reached
    from invite_links i join companies c on c.id = i.company_id
    where ${where}
    order by i.created_at ${direction}, i.id ${direction}
    limit ${limit}`;
}

function inviteLinkView(row: InviteLinkRow, now: Date): InviteLinkView {
  return {
    id: row.id,
    companyId: Number(row.company_id),
    companyName: row.company_name,
    integration: row.integration,
    integrationCategory: row.integration_category,
    syncFrom: row.sync_from,
    syncConfig: row.sync_config,
    redirectUrl: row.redirect_url,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    status: inviteLinkStatus({ status: row.status, expiresAt: row.expires_at }, now),
    openedCount: row.opened_count,
    firstOpenedAt: row.first_opened_at,
    reached: row.reached,
    url: inviteLinkUrl(row.id),
  };
}

/** The address under which a customer opens a link. */
export const inviteLinkUrl = (inviteLinkId: string): string => `${env().publicUrl}/connect/${inviteLinkId}`;
