import { z } from 'zod';
import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { nameKey } from '../companies/name-key.ts';
import { andInReach } from '../companies/reach.ts';
import type { ProjectView } from './schema.ts';

export interface ProjectListPage {
  rows: ProjectView[];
  total: number;
  next: string | null;
}

export const projectPageSize = 50;

const cursorShape = z.string().regex(/^[1-9]\d{0,14}$/);

/** One page of the console's projects, newest first; searched by their names and those of their companies. */
export async function projectListPage(
  ctx: Context,
  raw: { q?: string; after?: string | null },
): Promise<ProjectListPage> {
  const sql = sqlClient();
  const cursor = cursorShape.safeParse(raw.after);
  const search = raw.q?.trim().slice(0, 200);
  const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const matching = sql`
    from projects p join companies c on c.id = p.company_id
    where p.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')}
      ${search ? sql`and (p.name ilike ${pattern(search)} or c.name_key like ${pattern(nameKey(search))})` : sql``}`;
  const [rows, [counted]] = await Promise.all([
    sql<ProjectView[]>`
      select p.id, p.name, p.company_id as "companyId", c.name as "companyName" ${matching}
        ${cursor.success ? sql`and p.id < ${cursor.data}` : sql``}
      order by p.id desc limit ${projectPageSize + 1}`,
    sql<{ total: number }[]>`select count(*)::int as total ${matching}`,
  ]);
  const page = rows.slice(0, projectPageSize).map((row) => ({
    id: Number(row.id),
    name: row.name,
    companyId: Number(row.companyId),
    companyName: row.companyName,
  }));
  const isLast = rows.length <= projectPageSize;
  return { rows: page, total: counted?.total ?? 0, next: isLast ? null : String(page.at(-1)?.id) };
}
