import { and, eq, inArray, sql } from 'drizzle-orm';
import { db, sqlClient } from '../../../db/client.ts';
import { runnerOf } from '../../../db/runner.ts';
import type { StoredFailure } from '../../../db/schema/connections.ts';
import type { WriteState } from '../../../db/schema/enums.ts';
import { type StoredWriteResult, type WriteEvidence, writes } from '../../../db/schema/writes.ts';
import type { FailureEvidence } from '../../connectors/errors.ts';
import type { WriteResult } from '../../connectors/types.ts';
import { enqueue } from '../../worker/queue.ts';
import { moveConnection } from '../connections/health.ts';
import { lockCompanyRow } from '../syncs/claim.ts';
import type { JobFailure } from '../syncs/running-jobs.ts';
import type { ClaimedWrite } from './claim-write.ts';
import { endPushWhenDone, lockPush } from './end-sync.ts';
import { mayBecome } from './write-state.ts';

/** Another process holds the write, or it has ended. Nothing was stored. */
export class WriteLost extends Error {
  constructor(writeId: string) {
    super(`Write ${writeId} is in other hands`);
    this.name = 'WriteLost';
  }
}

/** Why a write failed, with the field of the record that is to blame where one is. */
export interface WriteFailure extends JobFailure {
  field: string | null;
}

export const settleKey = (writeId: string) => `settle:${writeId}`;

/** One line of a write's evidence. */
export const noted = (
  did: WriteEvidence['did'],
  outcome: string,
  at: Date,
  said: FailureEvidence = {},
): WriteEvidence => ({
  at: at.toISOString(),
  did,
  outcome,
  ...said,
});

const held = ({ id, claim }: ClaimedWrite, to: WriteState) =>
  and(eq(writes.id, id), eq(writes.claim, claim), inArray(writes.state, mayBecome(to)));

const added = (evidence: WriteEvidence) => sql`${writes.evidence} || ${JSON.stringify([evidence])}::jsonb`;

/**
 * Lets a write go until it is time to look at it again: queued for then, and for nobody before. Throws WriteLost.
 */
export async function letGo(
  write: ClaimedWrite,
  wait: {
    to: 'PENDING' | 'UNCERTAIN' | 'ACCEPTED';
    seconds: number;
    evidence: WriteEvidence;
    stumbles: number;
    /** Default: as many as before. */
    refusals?: number;
    result?: StoredWriteResult | WriteResult;
  },
): Promise<void> {
  await db().transaction(async (tx) => {
    const moved = await tx
      .update(writes)
      .set({
        state: wait.to,
        claim: null,
        claimUntil: null,
        dueAt: sql`clock_timestamp() + ${wait.seconds} * interval '1 second'`,
        stumbles: wait.stumbles,
        refusals: wait.refusals ?? write.refusals,
        // Nothing reached the platform: that try does not count.
        ...(wait.to === 'PENDING' && { sentAt: null, attempts: sql`${writes.attempts} - 1` }),
        evidence: added(wait.evidence),
        ...(wait.result && { result: asStored(wait.result) }),
      })
      .where(held(write, wait.to))
      .returning({ dueAt: writes.dueAt });
    if (!moved[0]) throw new WriteLost(write.id);
    const runAt = moved[0].dueAt ?? undefined;
    await enqueue(tx, 'settle', { writeId: write.id }, { jobKey: settleKey(write.id), runAt });
  });
}

/** A connector's result in the shape in which it is kept. */
export const asStored = ({ platformId, related }: StoredWriteResult | WriteResult): StoredWriteResult => ({
  platformId,
  related: related.map((one) => ({ model: one.model, platformId: one.platformId })),
});

/** Notes that the platform has no such record, and takes the write to be sent again. Throws WriteLost. */
export async function sendAgain(write: ClaimedWrite, evidence: WriteEvidence, quietSeconds: number): Promise<void> {
  const moved = await db()
    .update(writes)
    .set({
      state: 'SENDING',
      sentAt: sql`clock_timestamp()`,
      dueAt: sql`clock_timestamp() + ${quietSeconds} * interval '1 second'`,
      attempts: sql`${writes.attempts} + 1`,
      evidence: added(evidence),
    })
    .where(held(write, 'SENDING'))
    .returning({ id: writes.id });
  if (moved.length === 0) throw new WriteLost(write.id);
}

/** Ends a write as failed, its job, and its sync when it was the last: one transaction. Throws WriteLost. */
export async function failWrite(
  write: ClaimedWrite,
  end: { failure: WriteFailure; evidence: WriteEvidence | null; now: Date },
): Promise<void> {
  const { failureClass, errorCode: code, message, field, evidence: said } = end.failure;
  await noteOnConnection(write, end.failure, end.now);
  const response = Object.keys(said).length > 0 ? said : null;
  await sqlClient().begin(async (tx) => {
    const failure = tx.json({ failureClass, code, message, field, evidence: { ...said } });
    const runner = runnerOf(tx);
    const steps = [
      lockPush(runner, write.syncId),
      tx`
        update writes set state = 'FAILED', claim = null, claim_until = null, due_at = null, ended_at = ${end.now},
          failure = ${failure}, evidence = evidence || ${tx.json(end.evidence ? [{ ...end.evidence }] : [])}
        where id = ${write.id} and claim = ${write.claim} and state = any(${mayBecome('FAILED')})
        returning id`.execute(),
      tx`
        update sync_jobs set status = 'FAILED', end_time = ${end.now}, failure_class = ${failureClass},
          error_code = ${code}, error_message = ${message}, error_response = ${response && tx.json({ ...response })}
        where id = ${write.jobId} and status in ('CREATED', 'RUNNING')`.execute(),
      tx`select graphile_worker.remove_job(${settleKey(write.id)})`.execute(),
    ];
    const [, moved] = await Promise.all(steps);
    if (moved?.length !== 1) throw new WriteLost(write.id);
    await endPushWhenDone(runner, { syncId: write.syncId, now: end.now });
  });
}

/** A sign-in that is refused, or leads elsewhere, stands against the connection and not against the record. */
async function noteOnConnection(write: ClaimedWrite, failure: WriteFailure, now: Date): Promise<void> {
  const to = { credentials: 'EXPIRED', 'wrong-company': 'PENDING' }[failure.failureClass as string] as
    | 'EXPIRED'
    | 'PENDING'
    | undefined;
  if (!to) return;
  const { companyId, syncId } = write;
  const stored: StoredFailure = {
    failureClass: failure.failureClass ?? 'unknown',
    message: failure.message,
    evidence: { ...failure.evidence },
    syncId,
  };
  await db().transaction(async (tx) => {
    await lockCompanyRow(tx, companyId);
    await moveConnection(tx, { companyId, now, to, failure: stored });
  });
}
