import { db, type Tx } from '../../../db/client.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { log } from '../../log.ts';
import { enqueue } from '../../worker/queue.ts';
import { recordAudit } from '../audit/mutations.ts';
import type { RecordRow } from '../records/rows.ts';
import { publishSyncStarted } from '../webhooks/sync-events.ts';
import { advanceWrite } from './advance-write.ts';
import { checkWrite } from './check-write.ts';
import { type ClaimedWrite, claimWrite, graceSeconds } from './claim-write.ts';
import { insertWrites } from './insert-writes.ts';
import { settleKey } from './move-write.ts';
import { outcomeOfSync } from './outcome.ts';
import { pushKey } from './push-queue.ts';
import { holdKey, requireSameRequest } from './request-key.ts';
import type { WriteAnswer, WriteInput } from './schema.ts';
import { loadTarget } from './target.ts';
import { asRefusal } from './write-failure.ts';

/** How long a request waits for its platform before it is told where to look. */
const patienceMs = 25_000;

/** What a request that asks for a write is told, and how. */
export interface WriteRequestInput extends WriteInput {
  /** True: the caller looks at the sync, and nobody waits. More records than one need it. */
  runAsync: boolean;
  /** The answer with the record, for the request's key; it is kept in the transaction that closes the write. */
  answer?: (answered: { syncId: string; record: RecordRow }) => { status: number; body: string };
  now?: () => Date;
}

/**
 * Writes records to a company's platform. The intents, their PUSH sync and whoever settles them are committed first; then
 * a single record is sent while the caller waits, up to 25 seconds, and others by the worker. `record` is null where the
 * outcome is to be seen in the sync. Throws not-found; invalid, forbidden and platform for what is refused, by us or by the
 * platform, of which nothing was written; conflict and idempotency-mismatch for a key.
 */
export async function writeRecords(ctx: Context, input: WriteRequestInput): Promise<WriteAnswer> {
  requirePermission(ctx, 'writes.create');
  const stored = await db().transaction((tx) => storeIntents(tx, ctx, input));
  if ('earlier' in stored) return outcomeOfSync(ctx, { syncId: stored.earlier, isWaited: !input.runAsync });
  const { syncId, claimed } = stored;
  if (!claimed) return { syncId, record: null };
  const { answer, now } = input;
  const answerOf = answer && ((record: RecordRow) => answer({ syncId, record }));
  const going = advanceWrite(claimed, { isPatient: false, now, answer: answerOf });
  const told = await inTime(going, patienceMs);
  switch (told?.state) {
    case 'confirmed':
      return { syncId, record: told.record };
    case 'failed': {
      const { errorCode: code, message, field, evidence } = told.failure;
      throw asRefusal({ code, message, field, evidence: { ...evidence } }, claimed.integration);
    }
    default:
      return { syncId, record: null };
  }
}

/** `claimed`: the write that this process sends now; null where the worker does. */
type Stored = { earlier: string } | { syncId: string; claimed: ClaimedWrite | null };

/** One transaction: what is to be written, in whose hand it is, and who sees to it if this process does not. */
async function storeIntents(tx: Tx, ctx: Context, input: WriteRequestInput): Promise<Stored> {
  const { companyId, model, operation, platformId, runAsync } = input;
  const target = await loadTarget(tx, ctx, companyId);
  const capability = checkWrite(target, input);
  const earlier = await holdKey(tx, ctx);
  if (earlier) {
    await requireSameRequest(tx, earlier.syncId, input);
    return { earlier: earlier.syncId };
  }
  const { integration } = target.definition;
  const writes = input.records.map(({ fields, rawData }) => ({
    operation,
    platformId,
    fields: { ...fields },
    rawData: { ...rawData },
  }));
  const { syncId, ids, stored } = insertWrites(tx, ctx, {
    companyId,
    integration,
    model,
    writes,
    isRunning: !runAsync,
  });
  const audited = recordAudit(tx, ctx, {
    action: 'write.created',
    companyId,
    subjectId: syncId,
    after: { dataModel: model, operation, records: ids.length },
  });
  const [writeId] = ids;
  if (runAsync || !writeId) {
    await Promise.all([stored, audited, enqueue(tx, 'push', { syncId }, { jobKey: pushKey(syncId) })]);
    return { syncId, claimed: null };
  }
  const runAt = new Date(Date.now() + (capability.timeoutSeconds + graceSeconds) * 1000);
  const settling = enqueue(tx, 'settle', { writeId }, { jobKey: settleKey(writeId), runAt });
  await Promise.all([stored, audited, settling, publishSyncStarted(tx, { syncId, now: ctx.now })]);
  // With the intent, so that one commit does for both: one that is never sent is asked about when its time is up.
  return { syncId, claimed: await claimWrite({ writeId, integration, model, now: ctx.now }, tx) };
}

/** What a promise brings, or null when it takes longer; it goes on then. A fault after that is logged. */
function inTime<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve(null);
    }, ms);
    promise.then(resolve, (error: unknown) => {
      if (isLate) log().error({ err: error }, 'a write stumbled after its request was answered');
      reject(error);
    });
    promise.finally(() => clearTimeout(timer)).catch(() => {});
  });
}
