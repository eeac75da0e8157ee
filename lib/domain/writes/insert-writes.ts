import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import type { Integration } from '../../../db/schema/enums.ts';
import { syncJobs, syncs } from '../../../db/schema/syncs.ts';
import { writes } from '../../../db/schema/writes.ts';
import type { Context } from '../../context.ts';
import { newMarker } from './marker.ts';
import type { WritableModel, WriteOperation } from './write-fields.ts';

/** One record of a PUSH sync. A retry brings its marker and the job that it repeats, and asks the platform first. */
export interface PlannedWrite {
  operation: WriteOperation;
  platformId: string | null;
  fields: Record<string, unknown>;
  rawData: Record<string, unknown>;
  repeats?: { marker: string; jobId: string; sentAt: Date | null; dueAt: Date };
}

export interface PlannedPush {
  companyId: number;
  integration: Integration;
  model: WritableModel;
  writes: readonly PlannedWrite[];
  /** Whether somebody waits for the answer: the sync runs at once. */
  isRunning: boolean;
}

/**
 * Stores a PUSH sync with a job and an intent for each record, in the order of the records. The statements are sent at
 * once: what the caller sends after them is carried out after them. `stored` says that they went well.
 */
export function insertWrites(
  tx: Tx,
  ctx: Context,
  push: PlannedPush,
): { syncId: string; ids: string[]; stored: Promise<unknown> } {
  const { companyId, integration, model, isRunning } = push;
  const syncId = randomUUID();
  const ofCompany = { organisationId: ctx.organisationId, companyId, syncId, dataModel: model, createdAt: ctx.now };
  const planned = push.writes.map((write) => ({ ...write, id: randomUUID(), jobId: randomUUID() }));
  const sync = tx.insert(syncs).values({
    id: syncId,
    organisationId: ctx.organisationId,
    companyId,
    integration,
    jobType: 'PUSH',
    syncType: 'MANUAL',
    configMode: 'CUSTOM',
    fullSync: false,
    status: isRunning ? 'RUNNING' : 'QUEUED',
    dataModels: [model],
    requestedBy: ctx.actor.label,
    requestId: ctx.requestId,
    createdAt: ctx.now,
    startTime: isRunning ? ctx.now : null,
  });
  const jobs = tx.insert(syncJobs).values(
    planned.map(({ jobId, repeats }, position) => ({
      ...ofCompany,
      id: jobId,
      jobType: 'PUSH' as const,
      status: 'CREATED' as const,
      position,
      parentJobId: repeats?.jobId ?? null,
    })),
  );
  const intents = tx.insert(writes).values(
    planned.map(({ id, jobId, repeats, ...write }) => ({
      ...ofCompany,
      ...write,
      id,
      jobId,
      integration,
      marker: repeats?.marker ?? newMarker(),
      state: repeats ? ('UNCERTAIN' as const) : ('PENDING' as const),
      sentAt: repeats?.sentAt ?? null,
      dueAt: repeats?.dueAt ?? null,
      requestId: ctx.requestId,
      idempotencyKey: ctx.idempotencyKey ?? null,
    })),
  );
  return { syncId, ids: planned.map((write) => write.id), stored: Promise.all([sync, jobs, intents]) };
}
