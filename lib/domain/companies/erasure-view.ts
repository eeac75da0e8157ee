import { and, eq } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { companyErasures } from '../../../db/schema/company-erasures.ts';
import { requirePermission, requireWholeOrganisation } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { companyTables } from './company-tables.ts';
import { getCompany } from './data.ts';
import { countRows } from './erasing.ts';

/** How many rows there are of a company, by table. */
export interface ErasurePreview {
  rows: number;
  tables: Record<string, number>;
}

/** What erasing a company would remove. Throws not-found, and forbidden for who may not erase. */
export async function erasurePreview(ctx: Context, input: { companyId: number }): Promise<ErasurePreview> {
  requirePermission(ctx, 'company.erase');
  const [tableList] = await Promise.all([companyTables(), getCompany(ctx, { ...input, includeArchived: true })]);
  const tables = await countRows(
    db(),
    input.companyId,
    tableList.map(({ name }) => name),
  );
  return { rows: Object.values(tables).reduce((sum, count) => sum + count, 1), tables };
}

/** How far the erasure of a company has come, and what is gone. Moments are ISO 8601. */
export interface ErasureView {
  companyId: number;
  name: string;
  by: string;
  since: string;
  endedAt: string | null;
  /** Rows that there were when it was deleted. */
  rowsFound: number;
  rowsErased: number;
  tables: Record<string, number>;
}

/** The erasure of a company. Throws not-found, also for a company that was not deleted. */
export async function companyErasure(ctx: Context, input: { companyId: number }): Promise<ErasureView> {
  requireWholeOrganisation(ctx);
  const [row] = await db()
    .select()
    .from(companyErasures)
    .where(and(eq(companyErasures.organisationId, ctx.organisationId), eq(companyErasures.companyId, input.companyId)));
  if (!row) throw notFound('Erasure');
  return {
    companyId: row.companyId,
    name: row.name,
    by: row.actorLabel,
    since: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    rowsFound: row.rowsFound,
    rowsErased: Object.values(row.erased).reduce((sum, count) => sum + count, 0),
    tables: row.erased,
  };
}
