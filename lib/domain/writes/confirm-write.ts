import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import { runnerOf } from '../../../db/runner.ts';
import type { StoredWriteResult } from '../../../db/schema/writes.ts';
import { ConnectorError } from '../../connectors/errors.ts';
import type { Connector, PlatformWriter, WriteResult } from '../../connectors/types.ts';
import { mapPage } from '../records/map-page.ts';
import { findByPlatformId, type StoredHashes, storedHashes, storePushed } from '../records/pushed.ts';
import { type RecordModel, recordModels } from '../records/registry.ts';
import type { RecordRow } from '../records/rows.ts';
import type { ClaimedWrite } from './claim-write.ts';
import { endPushWhenDone, lockPush } from './end-sync.ts';
import { asStored, settleKey, WriteLost } from './move-write.ts';
import { keepAnswer } from './request-key.ts';
import { mayBecome } from './write-state.ts';

/** Records of one model as the platform has them now, with what was stored of them before they were read. */
export interface ReadBack {
  model: RecordModel;
  raw: readonly unknown[];
  known: StoredHashes;
}

/**
 * Reads a written record, and those that it changed, from the platform. In the order of the registry, in which they are
 * stored. Throws ConnectorError, also when the platform does not show the written record yet.
 */
export async function readBack(
  writer: PlatformWriter,
  write: ClaimedWrite,
  result: StoredWriteResult | WriteResult,
  signal: AbortSignal,
): Promise<ReadBack[]> {
  const ids = new Map<RecordModel, Set<string>>();
  const own = { model: write.request.model, platformId: result.platformId };
  for (const { model, platformId } of [own, ...result.related]) {
    ids.set(model, (ids.get(model) ?? new Set()).add(platformId));
  }
  const models = (Object.keys(recordModels) as RecordModel[]).filter((model) => ids.has(model));
  return Promise.all(
    models.map(async (model) => {
      const platformIds = [...(ids.get(model) ?? [])];
      const known = await storedHashes({ companyId: write.companyId, model, platformIds });
      const raw = await writer.read(model, platformIds, signal);
      if (model === own.model && raw.length === 0) throw new ConnectorError('platform-down', notShown);
      return { model, raw, known };
    }),
  );
}

const notShown = 'The platform has taken the record and does not show it yet';

export interface Confirmation {
  connector: Connector;
  result: StoredWriteResult | WriteResult;
  read: readonly ReadBack[];
  evidence: object;
  now: Date;
  /** The answer that is to be kept under the request's key. Left out where nobody waits for it any more. */
  answer?: (record: RecordRow) => { status: number; body: string };
}

/**
 * Closes a write that the platform has carried out: the records as they are there, the write, its job, its sync when it
 * was the last, and the answer of the request, all in one transaction. Gives the record; null when it can't be mapped and
 * was kept aside. Throws ReadTooEarly when it must be read again, and WriteLost.
 */
export async function confirmWrite(write: ClaimedWrite, end: Confirmation): Promise<{ record: RecordRow | null }> {
  const closed = await sqlClient().begin(async (tx) => {
    const isNew = await storeRead(tx, write, end);
    const { model } = write.request;
    const { platformId } = end.result;
    const record = await findByPlatformId(tx, { companyId: write.companyId, model, platformId });
    await close(tx, write, end, { record, isNew });
    return { record };
  });
  return closed;
}

/** Stores what was read back; says whether the written record was not stored before. */
async function storeRead(tx: postgres.TransactionSql, write: ClaimedWrite, end: Confirmation): Promise<boolean> {
  let isNew = false;
  for (const { model, raw, known } of end.read) {
    const { records, rejected } = mapPage(end.connector, model, { records: raw, checkpoint: null });
    const { companyId, organisationId, syncId, jobId } = write;
    const to = { companyId, organisationId, syncId, jobId, model, now: end.now };
    const outcome = await storePushed(tx, { ...to, records, rejected, known });
    if (model === write.request.model) isNew = outcome.created > 0;
  }
  return isNew;
}

async function close(
  tx: postgres.TransactionSql,
  write: ClaimedWrite,
  end: Confirmation,
  { record, isNew }: { record: RecordRow | null; isNew: boolean },
): Promise<void> {
  const { platformId } = end.result;
  const { idempotencyKey } = write;
  const runner = runnerOf(tx);
  const steps = [
    lockPush(runner, write.syncId),
    tx`
      update writes set state = 'CONFIRMED', claim = null, claim_until = null, due_at = null, ended_at = ${end.now},
        platform_id = ${platformId}, rootfi_id = ${(record?.fields.rootfi_id as number | undefined) ?? null},
        result = ${tx.json({ ...asStored(end.result) })}, evidence = evidence || ${tx.json([{ ...end.evidence }])}
      where id = ${write.id} and claim = ${write.claim} and state = any(${mayBecome('CONFIRMED')})
      returning id`.execute(),
    tx`
      update sync_jobs set status = 'SUCCESS', end_time = ${end.now}, records_created = ${isNew ? 1 : 0},
        records_updated = ${isNew ? 0 : 1}
      where id = ${write.jobId} and status in ('CREATED', 'RUNNING')`.execute(),
    tx`select graphile_worker.remove_job(${settleKey(write.id)})`.execute(),
  ];
  const [[, moved]] = await Promise.all([
    Promise.all(steps),
    endPushWhenDone(runner, { syncId: write.syncId, now: end.now }),
  ]);
  if (moved?.length !== 1) throw new WriteLost(write.id);
  if (idempotencyKey && end.answer && record) await keepAnswer(tx, { ...write, idempotencyKey }, end.answer(record));
}
