import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '../../../db/client.ts';
import type { JobStatus, ParentModel } from '../../../db/schema/enums.ts';
import { syncJobs, syncs } from '../../../db/schema/syncs.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { getSync, listSyncs } from './data.ts';
import { startSync } from './mutations.ts';

await createTestDatabase();

/** A PUSH with one job a record. */
async function push(ctx: Context, companyId: number, jobs: readonly [ParentModel, JobStatus][]): Promise<string> {
  const id = randomUUID();
  const shared = { organisationId: ctx.organisationId, companyId, jobType: 'PUSH' as const, createdAt: ctx.now };
  await db()
    .insert(syncs)
    .values({
      ...shared,
      id,
      integration: 'SANDBOX',
      syncType: 'MANUAL',
      configMode: 'CUSTOM',
      fullSync: false,
      status: 'RUNNING',
      dataModels: [...new Set(jobs.map(([model]) => model))],
      requestedBy: 'Test',
      requestId: randomUUID(),
    });
  await db()
    .insert(syncJobs)
    .values(
      jobs.map(([dataModel, status], position) => ({
        ...shared,
        id: randomUUID(),
        syncId: id,
        dataModel,
        status,
        position,
        errorCode: status === 'FAILED' ? 'operation-denied' : null,
      })),
    );
  return id;
}

test('a PUSH counts its jobs by record and its models by what became of all their records', async () => {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx, { integration: 'SANDBOX' });
  await makeConnection(ctx, { companyId });
  const id = await push(ctx, companyId, [
    ['CONTACT', 'SUCCESS'],
    ['CONTACT', 'SUCCESS'],
    ['INVOICE', 'SUCCESS'],
    ['INVOICE', 'FAILED'],
    ['INVOICE_PAYMENT', 'SUCCESS'],
    ['INVOICE_PAYMENT', 'CREATED'],
    ['ACCOUNT', 'CREATED'],
  ]);
  await startSync(ctx, { companyId });
  const sync = await getSync(ctx, { syncId: id });
  expect(sync.jobCounts).toEqual({ total: 7, success: 4, failed: 1, running: 0, pending: 2 });
  expect(sync.dataModelCounts).toEqual({ total: 4, success: 1, failed: 1, running: 1, pending: 1 });
  expect(sync.jobs.map((job) => [job.jobType, job.errorCode])).toContainEqual(['PUSH', 'operation-denied']);
  const pushes = await listSyncs(ctx, { companyId, jobType: 'PUSH' });
  expect([pushes.syncs.map((one) => one.id), pushes.count]).toEqual([[id], 1]);
  expect((await listSyncs(ctx, { companyId })).count).toBe(1);
});
