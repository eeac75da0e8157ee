import { and, desc, eq, lt, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '../../../db/client.ts';
import { writes } from '../../../db/schema/writes.ts';
import type { Context } from '../../context.ts';
import { invalid, notFound } from '../../errors.ts';
import { inReach } from '../companies/reach.ts';
import type { WriteView } from './schema.ts';
import type { WritableModel } from './write-fields.ts';

/** A company's writes, or those of one of its syncs, newest first; `next` is the cursor of the following page. Throws invalid for a cursor that is none. */
export async function listWrites(
  ctx: Context,
  input: { companyId: number; syncId?: string; limit?: number; cursor?: string },
): Promise<{ writes: WriteView[]; next: string | null }> {
  const { syncId, limit = 50, cursor } = input;
  const ofSync = syncId === undefined ? undefined : eq(writes.syncId, syncId);
  const after = cursor === undefined ? undefined : await placeAfter(ctx, cursor);
  const rows = await db()
    .select()
    .from(writes)
    .where(and(ofTenant(ctx), eq(writes.companyId, input.companyId), ofSync, after))
    .orderBy(desc(writes.createdAt), desc(writes.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit).map(writeView);
  return { writes: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** One write with all that was done about it. Throws not-found. */
export async function getWrite(ctx: Context, input: { writeId: string }): Promise<WriteView> {
  const row = z.uuid().safeParse(input.writeId).success ? await findWrite(ctx, input.writeId) : undefined;
  if (!row) throw notFound('Write');
  return writeView(row);
}

const ofTenant = (ctx: Context) => and(eq(writes.organisationId, ctx.organisationId), inReach(ctx, writes.companyId));

async function findWrite(ctx: Context, id: string): Promise<WriteRow | undefined> {
  const [row] = await db()
    .select()
    .from(writes)
    .where(and(ofTenant(ctx), eq(writes.id, id)));
  return row;
}

async function placeAfter(ctx: Context, cursor: string): Promise<SQL | undefined> {
  const last = z.uuid().safeParse(cursor).success ? await findWrite(ctx, cursor) : undefined;
  if (!last) throw invalid({ path: 'cursor', message: 'is not a cursor of this list' });
  return or(lt(writes.createdAt, last.createdAt), and(eq(writes.createdAt, last.createdAt), lt(writes.id, last.id)));
}

type WriteRow = typeof writes.$inferSelect;

const writeView = (row: WriteRow): WriteView => ({
  id: row.id,
  companyId: row.companyId,
  integration: row.integration,
  syncId: row.syncId,
  jobId: row.jobId,
  dataModel: row.dataModel as WritableModel,
  operation: row.operation,
  state: row.state,
  platformId: row.platformId,
  rootfiId: row.rootfiId,
  fields: row.fields,
  attempts: row.attempts,
  evidence: row.evidence,
  failure: row.failure && { code: row.failure.code, message: row.failure.message, field: row.failure.field },
  requestId: row.requestId,
  createdAt: row.createdAt,
  sentAt: row.sentAt,
  dueAt: row.dueAt,
  endedAt: row.endedAt,
});
