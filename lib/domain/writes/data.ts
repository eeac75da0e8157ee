import { and, desc, eq, inArray, lt, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '../../../db/client.ts';
import type { WriteState } from '../../../db/schema/enums.ts';
import { writes } from '../../../db/schema/writes.ts';
import type { Context } from '../../context.ts';
import { invalid, notFound } from '../../errors.ts';
import { inReach } from '../companies/reach.ts';
import type { WriteView } from './schema.ts';
import type { WritableModel } from './write-fields.ts';

export interface ListWritesInput {
  companyId: number;
  syncId?: string;
  model?: WritableModel;
  /** Empty: in whatever state. */
  states?: readonly WriteState[];
  limit?: number;
  cursor?: string;
}

/** A company's writes, or those of one of its syncs, newest first; `next` is the cursor of the following page. Throws invalid for a cursor that is none. */
export async function listWrites(
  ctx: Context,
  input: ListWritesInput,
): Promise<{ writes: WriteView[]; next: string | null }> {
  const { limit = 50, cursor } = input;
  const after = cursor === undefined ? undefined : await placeAfter(ctx, cursor);
  const rows = await db()
    .select()
    .from(writes)
    .where(and(matching(ctx, input), after))
    .orderBy(desc(writes.createdAt), desc(writes.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit).map(writeView);
  return { writes: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** How many writes match. */
export const countWrites = (ctx: Context, input: ListWritesInput): Promise<number> =>
  db().$count(writes, matching(ctx, input));

/** One write with all that was done about it. Throws not-found. */
export async function getWrite(ctx: Context, input: { writeId: string }): Promise<WriteView> {
  const row = z.uuid().safeParse(input.writeId).success ? await findWrite(ctx, input.writeId) : undefined;
  if (!row) throw notFound('Write');
  return writeView(row);
}

const matching = (ctx: Context, { companyId, syncId, model, states = [] }: ListWritesInput) =>
  and(
    ofTenant(ctx),
    eq(writes.companyId, companyId),
    syncId === undefined ? undefined : eq(writes.syncId, syncId),
    model === undefined ? undefined : eq(writes.dataModel, model),
    states.length > 0 ? inArray(writes.state, [...states]) : undefined,
  );

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
