import type postgres from 'postgres';
import { z } from 'zod';
import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { type ListPlace, pageSizeOf } from '../../page-size.ts';
import { nameKey } from '../companies/name-key.ts';
import { andInReach } from '../companies/reach.ts';
import type { ProjectView } from './schema.ts';

export interface ProjectListPage {
  rows: ProjectView[];
  next: string | null;
}

const cursorShape = z.string().regex(/^[1-9]\d{0,14}$/);

/**
 * One page of the console's projects, newest first unless asked otherwise, searched by their names and those of their
 * companies; `query` is the table's state as the address holds it.
 */
export const projectListPage = (ctx: Context, query: URLSearchParams): Promise<ProjectListPage> =>
  projectListItems(ctx, query, { after: query.get('after'), limit: pageSizeOf(query) });

/** How many projects the address of the table asks for. */
export async function projectListCount(ctx: Context, query: URLSearchParams): Promise<number> {
  const [counted] = await sqlClient()<{ count: number }[]>`select count(*)::int as count ${matching(ctx, query)}`;
  return counted?.count ?? 0;
}

/** The rows behind a place of the list. */
export async function projectListItems(
  ctx: Context,
  query: URLSearchParams,
  { after, limit }: ListPlace,
): Promise<ProjectListPage> {
  const sql = sqlClient();
  const cursor = cursorShape.safeParse(after);
  const [beyond, direction] = query.get('sort') === 'id' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const rows = await sql<ProjectView[]>`
    select p.id, p.name, p.company_id as "companyId", c.name as "companyName" ${matching(ctx, query)}
      ${cursor.success ? sql`and p.id ${beyond} ${cursor.data}` : sql``}
    order by p.id ${direction} limit ${limit + 1}`;
  const page = rows.slice(0, limit).map((row) => ({
    id: Number(row.id),
    name: row.name,
    companyId: Number(row.companyId),
    companyName: row.companyName,
  }));
  return { rows: page, next: rows.length > limit ? String(page.at(-1)?.id) : null };
}

function matching(ctx: Context, query: URLSearchParams): postgres.PendingQuery<postgres.Row[]> {
  const sql = sqlClient();
  const search = query.get('q')?.trim().slice(0, 200);
  const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`
    from projects p join companies c on c.id = p.company_id
    where p.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')}
      ${search ? sql`and (p.name ilike ${pattern(search)} or c.name_key like ${pattern(nameKey(search))})` : sql``}`;
}
