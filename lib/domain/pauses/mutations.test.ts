import { beforeEach, expect, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { scheduleDue } from '../../worker/schedule.ts';
import { requeueLost } from '../../worker/sweep.ts';
import { listAudit } from '../audit/data.ts';
import { getCompany } from '../companies/data.ts';
import { listModelConfigs } from '../sync-config/data.ts';
import { claimSync, type RunClaim } from '../syncs/claim.ts';
import { getSync } from '../syncs/data.ts';
import { handBackRun, sleepRun } from '../syncs/ending.ts';
import { queueFirstSync, startSync } from '../syncs/mutations.ts';
import { startJob } from '../syncs/running-jobs.ts';
import { pauseCompany, pauseModel, resumeCompany, resumeModel } from './mutations.ts';

await createTestDatabase();

const now = new Date('2026-03-02T10:00:00Z');
const later = new Date('2026-03-02T11:00:00Z');

let ctx: Context;
let companyId: number;
beforeEach(async () => {
  ({ ctx } = await makeOrganisation({ now }));
  ({ companyId } = await makeCompany(ctx, { integration: 'SANDBOX' }));
  await makeConnection(ctx, { companyId });
});

const connection = async () => (await getCompany(ctx, { companyId })).connection;
const entries = async () => (await listModelConfigs(ctx, { companyIds: [companyId] })).get(companyId) ?? [];
const entry = async (model: string) => (await entries()).find((one) => one.dataModel === model);
/** The syncs that the schedule queues for this company. */
async function scheduled(): Promise<string[]> {
  const { queued } = await scheduleDue({ now: later });
  const own = await sqlClient()`select id from syncs where company_id = ${companyId} and id = any(${queued})`;
  return own.map((sync) => sync.id);
}
const entriesInQueue = async (syncId: string) =>
  (await sqlClient()`select run_at from graphile_worker.jobs where key = ${`sync:${syncId}`}`).map((row) => row.run_at);
const forgetQueue = (syncId: string) => sqlClient()`
  delete from graphile_worker._private_jobs where key = ${`sync:${syncId}`}`;
const claimed = async (syncId: string, at = now) => {
  const run = await claimSync({ syncId, now: at });
  if (!run) throw new Error('not claimed');
  return run;
};
const sleep = (run: RunClaim, resumeAt: Date) =>
  sleepRun(run, { now, resumeAt, failure: { failureClass: 'rate-limit', message: 'wait', evidence: {} } });

test('a pause says since when and by whom, and changes nothing else', async () => {
  const before = await entries();
  await pauseCompany(ctx, { companyId });
  expect((await connection())?.pause).toEqual({ since: now, by: 'Robin Operator', door: 'console' });
  expect(await connection()).toMatchObject({ status: 'HEALTHY', syncState: 'IDLE' });
  expect(await entries()).toEqual(before);
  await resumeCompany(ctx, { companyId });
  expect((await connection())?.pause).toBeNull();
  expect((await listAudit(ctx, { companyId, limit: 2 })).map((one) => one.action)).toEqual([
    'connection.resumed',
    'connection.paused',
  ]);
});

test('the schedule leaves a paused company alone, and takes what fell due once it is resumed', async () => {
  await pauseCompany(ctx, { companyId });
  expect(await scheduled()).toEqual([]);
  await resumeCompany(ctx, { companyId });
  expect(await scheduled()).toHaveLength(1);
});

test('a paused model is left out of scheduled and of whole syncs, and keeps its due time', async () => {
  const due = (await entry('INVOICE'))?.dueAt;
  await pauseModel(ctx, { companyId, dataModel: 'invoices' });
  expect(await entry('INVOICE')).toMatchObject({ pause: { by: 'Robin Operator' }, enabled: true, dueAt: due });
  expect(await entry('LINE_ITEM')).toMatchObject({ pause: { by: 'Robin Operator' } });
  const [syncId = ''] = await scheduled();
  const { dataModels } = await getSync(ctx, { syncId });
  expect(dataModels).not.toContain('INVOICE');
  expect(dataModels).toContain('CONTACT');
  await sqlClient()`update syncs set status = 'SUCCESS' where id = ${syncId}`;
  expect((await startSync(ctx, { companyId })).dataModels).not.toContain('INVOICE');
});

test('a sync by hand of what is paused is refused, and says who paused it', async () => {
  await pauseModel(ctx, { companyId, dataModel: 'INVOICE' });
  await expect(startSync(ctx, { companyId, dataModels: [{ dataModel: 'INVOICE' }] })).rejects.toMatchObject({
    code: 'invalid',
    message: 'dataModels.0.dataModel: INVOICE was paused by Robin Operator on 2026-03-02; resume it to sync it',
  });
  await resumeModel(ctx, { companyId, dataModel: 'INVOICE' });
  await pauseCompany(ctx, { companyId });
  await expect(startSync(ctx, { companyId })).rejects.toMatchObject({
    code: 'invalid',
    message: 'The company was paused by Robin Operator on 2026-03-02; resume it to sync it',
  });
  for (const { dataModel } of (await entries()).filter((one) => !one.isChild)) {
    await pauseModel(ctx, { companyId, dataModel });
  }
  await resumeCompany(ctx, { companyId });
  await expect(startSync(ctx, { companyId })).rejects.toMatchObject({ code: 'invalid' });
});

test('connecting again does not resume it: no first sync is queued', async () => {
  await pauseCompany(ctx, { companyId });
  const first = () => db().transaction((tx) => queueFirstSync(tx, ctx, { companyId, integration: 'SANDBOX' }));
  expect(await first()).toBeNull();
  expect((await connection())?.pause).not.toBeNull();
  await resumeCompany(ctx, { companyId });
  expect(await first()).not.toBeNull();
});

test('a sync that sleeps is not woken while its connection is paused, and keeps its moment when it is resumed', async () => {
  const { id: syncId } = await startSync(ctx, { companyId });
  const resumeAt = new Date('2026-03-02T10:30:00Z');
  await sleep(await claimed(syncId), resumeAt);
  await pauseCompany(ctx, { companyId });
  expect(await claimSync({ syncId, now: later })).toBeNull();
  await forgetQueue(syncId);
  expect((await requeueLost({ now: later })).requeued).not.toContain(syncId);
  await resumeCompany(ctx, { companyId });
  expect(await entriesInQueue(syncId)).toEqual([resumeAt]);
  expect(await claimSync({ syncId, now: later })).not.toBeNull();
});

test('a sync that was queued before the pause waits for its end', async () => {
  const { id: syncId } = await startSync(ctx, { companyId });
  await pauseCompany(ctx, { companyId });
  expect(await claimSync({ syncId, now })).toBeNull();
  await resumeCompany(ctx, { companyId });
  expect(await claimSync({ syncId, now })).not.toBeNull();
});

test('a sync that runs is let end, also by another worker', async () => {
  const { id: syncId } = await startSync(ctx, { companyId });
  const run = await claimed(syncId);
  await pauseCompany(ctx, { companyId });
  expect((await getSync(ctx, { syncId })).status).toBe('RUNNING');
  await handBackRun(run, { now });
  expect(await claimSync({ syncId, now })).not.toBeNull();
});

test('a model that is paused before its turn is not read, one that was begun is', async () => {
  const { id: syncId } = await startSync(ctx, { companyId });
  const run = await claimed(syncId);
  const begun = run.jobs.find((job) => job.capability.model === 'CONTACT');
  if (!begun) throw new Error('no contacts');
  await startJob(run, begun, now);
  await pauseModel(ctx, { companyId, dataModel: 'CONTACT' });
  await pauseModel(ctx, { companyId, dataModel: 'INVOICE' });
  await handBackRun(run, { now });
  const models = (await claimed(syncId)).jobs.map((job) => job.capability.model);
  expect(models).toContain('CONTACT');
  expect(models).not.toContain('INVOICE');
  const invoices = (await getSync(ctx, { syncId })).jobs.find((job) => job.dataModel === 'INVOICE');
  expect(invoices).toMatchObject({ status: 'FAILED', errorMessage: expect.stringMatching(/^This model was paused/) });
});

test('what can not be paused or resumed is refused', async () => {
  await expect(resumeCompany(ctx, { companyId })).rejects.toMatchObject({ code: 'conflict' });
  await pauseCompany(ctx, { companyId });
  await expect(pauseCompany(ctx, { companyId })).rejects.toMatchObject({ code: 'conflict' });
  await pauseModel(ctx, { companyId, dataModel: 'CONTACT' });
  await expect(pauseModel(ctx, { companyId, dataModel: 'CONTACT' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(resumeModel(ctx, { companyId, dataModel: 'INVOICE' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(pauseModel(ctx, { companyId, dataModel: 'ADDRESS' })).rejects.toMatchObject({
    code: 'invalid',
    message: "dataModel: ADDRESS follows CONTACT and COMPANY_INFO and can't be set alone",
  });
  const never = await makeCompany(ctx);
  await expect(pauseCompany(ctx, never)).rejects.toMatchObject({ code: 'invalid' });
  const viewer = contextFor(ctx.organisationId, { role: 'viewer' });
  await expect(resumeCompany(viewer, { companyId })).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await makeOrganisation({ now });
  await expect(resumeCompany(stranger.ctx, { companyId })).rejects.toMatchObject({ code: 'not-found' });
});
