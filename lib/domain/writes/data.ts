import { and, asc, desc, eq, gt, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '../../../db/client.ts';
import type { WriteState } from '../../../db/schema/enums.ts';
import { invoices } from '../../../db/schema/records/invoice.ts';
import { writes } from '../../../db/schema/writes.ts';
import type { Context } from '../../context.ts';
import { invalid, notFound } from '../../errors.ts';
import { inReach } from '../companies/reach.ts';
import { likeEscaped } from '../records/filters.ts';
import type { WriteView } from './schema.ts';
import type { WritableModel } from './write-fields.ts';

export interface ListWritesInput {
  companyId: number;
  syncId?: string;
  model?: WritableModel;
  /** Empty: in whatever state. */
  states?: readonly WriteState[];
  /** Part of a payment's amount, of its id on the platform, or of what its invoice is known by there. */
  search?: string;
  oldestFirst?: boolean;
  limit?: number;
  cursor?: string;
}

/**
 * A company's writes, or those of one of its syncs, newest first unless asked otherwise; `next` is the cursor of the
 * following page. Throws invalid for a cursor that is none.
 */
export async function listWrites(
  ctx: Context,
  input: ListWritesInput,
): Promise<{ writes: WriteView[]; next: string | null }> {
  const { limit = 50, cursor, oldestFirst = false } = input;
  const after = cursor === undefined ? undefined : await placeAfter(ctx, cursor, oldestFirst);
  const inOrder = oldestFirst ? asc : desc;
  const rows = await db()
    .select()
    .from(writes)
    .where(and(matching(ctx, input), after))
    .orderBy(inOrder(writes.createdAt), inOrder(writes.id))
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

const matching = (ctx: Context, { companyId, syncId, model, states = [], search }: ListWritesInput) =>
  and(
    ofTenant(ctx),
    eq(writes.companyId, companyId),
    syncId === undefined ? undefined : eq(writes.syncId, syncId),
    model === undefined ? undefined : eq(writes.dataModel, model),
    states.length > 0 ? inArray(writes.state, [...states]) : undefined,
    search === undefined ? undefined : searching(companyId, search),
  );

function searching(companyId: number, search: string): SQL | undefined {
  const pattern = `%${likeEscaped(search)}%`;
  const invoice = sql`${writes.fields}->>'invoice_id'`;
  return or(
    sql`${writes.fields}->>'amount' ilike ${pattern}`,
    ilike(writes.platformId, pattern),
    ilike(invoice, pattern),
    sql`${invoice} in (select ${invoices.platform_id} from ${invoices}
      where ${invoices.company_id} = ${companyId} and ${invoices.document_number} ilike ${pattern})`,
  );
}

const ofTenant = (ctx: Context) => and(eq(writes.organisationId, ctx.organisationId), inReach(ctx, writes.companyId));

async function findWrite(ctx: Context, id: string): Promise<WriteRow | undefined> {
  const [row] = await db()
    .select()
    .from(writes)
    .where(and(ofTenant(ctx), eq(writes.id, id)));
  return row;
}

async function placeAfter(ctx: Context, cursor: string, oldestFirst: boolean): Promise<SQL | undefined> {
  const last = z.uuid().safeParse(cursor).success ? await findWrite(ctx, cursor) : undefined;
  if (!last) throw invalid({ path: 'cursor', message: 'is not a cursor of this list' });
  const beyond = oldestFirst ? gt : lt;
  return or(
    beyond(writes.createdAt, last.createdAt),
    and(eq(writes.createdAt, last.createdAt), beyond(writes.id, last.id)),
  );
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
