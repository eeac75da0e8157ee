import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, gt, ne } from 'drizzle-orm';
import type postgres from 'postgres';
import type { Tx } from '../../../db/client.ts';
import { idempotencyKeys } from '../../../db/schema/api-keys.ts';
import { syncJobs } from '../../../db/schema/syncs.ts';
import { writes } from '../../../db/schema/writes.ts';
import type { Context } from '../../context.ts';
import { AppError, conflict } from '../../errors.ts';
import type { WriteInput } from './schema.ts';

/** How long a key names one request. */
const keptMs = 24 * 60 * 60 * 1000;

/**
 * Makes sure, until the transaction ends, that this request still holds its Idempotency-Key: one that was paused so long
 * that a repeat took the key over must not write beside it. Gives the sync of a write that the key named before and
 * that did not fail; its outcome is the answer then. Throws conflict.
 */
export async function holdKey(tx: Tx, ctx: Context): Promise<{ syncId: string } | null> {
  const { organisationId, idempotencyKey: key } = ctx;
  if (key === undefined) return null;
  const isOurs = and(
    eq(idempotencyKeys.organisationId, organisationId),
    eq(idempotencyKeys.key, key),
    eq(idempotencyKeys.requestId, ctx.requestId),
    eq(idempotencyKeys.createdAt, ctx.now),
  );
  const isEarlier = and(
    eq(writes.organisationId, organisationId),
    eq(writes.idempotencyKey, key),
    ne(writes.state, 'FAILED'),
    gt(writes.createdAt, new Date(ctx.now.getTime() - keptMs)),
  );
  // The second is carried out when the first has the key, so that it sees what the key's former holder committed.
  const [[held], [earlier]] = await Promise.all([
    tx.select({ key: idempotencyKeys.key }).from(idempotencyKeys).where(isOurs).for('update'),
    tx.select({ syncId: writes.syncId }).from(writes).where(isEarlier).limit(1),
  ]);
  if (!held)
    throw conflict('The request took so long that a repeat of it has its Idempotency-Key. Nothing was written');
  return earlier ?? null;
}

/**
 * Throws idempotency-mismatch unless a sync wrote what is asked for now: the key of a request that met a fault of ours is
 * free again, and must not be answered with another record than was sent.
 */
export async function requireSameRequest(tx: Tx, syncId: string, input: WriteInput): Promise<void> {
  const earlier = await tx
    .select({ fields: writes.fields, rawData: writes.rawData, operation: writes.operation, model: writes.dataModel })
    .from(writes)
    .innerJoin(syncJobs, eq(syncJobs.id, writes.jobId))
    .where(eq(writes.syncId, syncId))
    .orderBy(asc(syncJobs.position));
  const { operation, model } = input;
  const asked = input.records.map(({ fields, rawData }) => ({ fields, rawData, operation, model }));
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(earlier)), JSON.parse(JSON.stringify(asked)))) return;
  throw new AppError('idempotency-mismatch', 'This Idempotency-Key was used with another request', {});
}

/** Stores the answer under the key of the request that asked for a write, in the transaction that closes the write. */
export async function keepAnswer(
  tx: postgres.TransactionSql,
  request: { organisationId: number; idempotencyKey: string; requestId: string },
  answer: { status: number; body: string },
): Promise<void> {
  await tx`
    update idempotency_keys set status = ${answer.status}, headers = '{}'::jsonb, body = ${answer.body}
    where organisation_id = ${request.organisationId} and key = ${request.idempotencyKey} and status is null
      and request_id = ${request.requestId}`;
}
