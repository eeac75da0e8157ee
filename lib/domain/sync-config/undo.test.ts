import { beforeEach, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { canonicalRecord, startTestRun } from '../../../db/testing/records.ts';
import type { Context } from '../../context.ts';
import { listAudit } from '../audit/data.ts';
import { storePage } from '../records/mutations.ts';
import { preparedRecord } from '../records/record-hash.ts';
import { makeWebhook } from '../webhooks/testing/listeners.ts';
import { configPreview } from './config-preview.ts';
import { changeModelConfigs, resetModelConfig } from './mutations.ts';
import { undoableChanges, undoConfigChange } from './undo.ts';

await createTestDatabase();
const sql = sqlClient();
const now = new Date('2026-03-10T12:00:00.000Z');
const due = new Date('2026-03-20T08:00:00.000Z');
let ctx: Context;
let companyId: number;

beforeEach(async () => {
  ({ ctx } = await makeOrganisation({ now }));
  ({ companyId } = await makeCompany(ctx, { integration: 'SANDBOX', syncFrom: new Date('2026-01-01') }));
  await makeConnection(ctx, { companyId });
  await sql`
    update model_configs set due_at = ${due}, last_synced_at = ${new Date('2026-03-09')}, cursor = '{"at": 7}'
    where company_id = ${companyId} and data_model = 'INVOICE'`;
});

const row = async () => {
  const [found] = await sql`
    select enabled, frequency, interval, sync_from, due_at, cursor from model_configs
    where company_id = ${companyId} and data_model = 'INVOICE'`;
  return { ...found };
};
const change = async (config: object, at: Context = ctx): Promise<number> => {
  const { changeId } = await changeModelConfigs(at, { companyId, configs: [{ dataModel: 'INVOICE', ...config }] });
  return changeId ?? 0;
};

test.each([
  ['a switch', { enabled: false }],
  ['a schedule', { frequency: 'HOURLY', interval: 6 }],
  ['an earlier day, which forgot the cursor', { syncFrom: '2020-01-01' }],
])('%s is taken back whole: settings, schedule and cursor', async (_what, config) => {
  const before = await row();
  const changeId = await change(config);
  expect(await row()).not.toEqual(before);
  expect(await undoableChanges(ctx, { companyId })).toEqual([changeId]);
  await undoConfigChange(ctx, { companyId, changeId });
  expect(await row()).toEqual(before);
  expect(await undoableChanges(ctx, { companyId })).toEqual([]);
  const [undone, changed] = await listAudit(ctx, { companyId, limit: 2 });
  expect(undone).toMatchObject({ action: 'sync-config.undone', subjectId: String(changeId) });
  expect([undone?.before, undone?.after]).toEqual([changed?.after, changed?.before]);
});

test('a reset is taken back as well, and nothing that changed nothing', async () => {
  await change({ frequency: 'HOURLY', interval: 6 });
  const before = await row();
  const { changeId } = await resetModelConfig(ctx, { companyId, dataModel: 'INVOICE' });
  await undoConfigChange(ctx, { companyId, changeId: changeId ?? 0 });
  expect(await row()).toEqual(before);
  expect((await resetModelConfig(ctx, { companyId, dataModel: 'CONTACT' })).changeId).toBeNull();
});

test('a change is not taken back twice, nor over a later one', async () => {
  const first = await change({ enabled: false });
  const second = await change({ enabled: true, frequency: 'HOURLY', interval: 6 });
  await expect(undoConfigChange(ctx, { companyId, changeId: first })).rejects.toMatchObject({ code: 'conflict' });
  await undoConfigChange(ctx, { companyId, changeId: second });
  await undoConfigChange(ctx, { companyId, changeId: first });
  await expect(undoConfigChange(ctx, { companyId, changeId: first })).rejects.toThrow('undone already');
});

test('a cursor that a sync moved on meanwhile stays', async () => {
  const changeId = await change({ syncFrom: '2020-01-01' });
  await sql`
    update model_configs set cursor = '{"at": 9}', last_synced_at = ${now}
    where company_id = ${companyId} and data_model = 'INVOICE'`;
  await undoConfigChange(ctx, { companyId, changeId });
  expect((await row()).cursor).toEqual({ at: 9 });
});

test('is for those who may set it, of the company’s own organisation', async () => {
  const changeId = await change({ enabled: false });
  const viewer = contextFor(ctx.organisationId, { role: 'viewer' });
  await expect(undoConfigChange(viewer, { companyId, changeId })).rejects.toMatchObject({ code: 'forbidden' });
  const { ctx: stranger } = await makeOrganisation();
  await expect(undoConfigChange(stranger, { companyId, changeId })).rejects.toMatchObject({ code: 'not-found' });
  const { companyId: other } = await makeCompany(ctx);
  await expect(undoConfigChange(ctx, { companyId: other, changeId })).rejects.toMatchObject({ code: 'not-found' });
  expect(await undoableChanges(stranger, { companyId })).toEqual([]);
});

test('a change is previewed: what is kept, the next sync, calls a day, webhooks, and what a day leaves or fetches', async () => {
  const run = await startTestRun(sql, { organisationId: ctx.organisationId, companyId }, 'INVOICE');
  const records = ['2026-01-05', '2026-02-05', '2026-03-05'].map((day) =>
    preparedRecord(canonicalRecord('INVOICE', day, { posted_date: `${day}T00:00:00.000Z` }), {}),
  );
  await storePage({ ...run, model: 'INVOICE', full: false, now, checkpoint: null, records, rejected: [] });
  await sql`
    insert into platform_calls (organisation_id, company_id, sync_id, job_id, request_id, method, host, path, duration_ms,
      request_bytes, response_bytes, created_at)
    select ${ctx.organisationId}, ${companyId}, ${run.syncId}, ${run.jobId}, 'r', 'GET', 'h', '/', 1, 0, 0, ${now}
    from generate_series(1, 4)`;
  await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES' });
  await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES', topics: ['INVOICE'] });
  await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES', topics: ['CONTACT'] });
  const preview = (config: object) =>
    configPreview(ctx, { companyId, config: { dataModel: 'INVOICE', ...config } as never });

  const off = await preview({ enabled: false });
  expect(off).toMatchObject({
    records: 3,
    webhooks: 2,
    dueBefore: due.toISOString(),
    dueAfter: null,
    callsAllowed: null,
  });
  const hourly = await preview({ frequency: 'HOURLY', interval: 2 });
  // Four calls a run were counted, twelve runs a day; off, none of them are left.
  expect(hourly.callsAfter - off.callsAfter).toBeCloseTo(48, 1);
  expect(hourly).toMatchObject({ callsAreCounted: true, dueAfter: expect.any(String) });
  expect(await preview({ syncFrom: new Date('2026-02-01') })).toMatchObject({ leftBehind: 1, readsAgain: false });
  expect(await preview({ syncFrom: new Date('2020-01-01') })).toMatchObject({
    leftBehind: null,
    readsAgain: true,
    oldest: '2026-01-05T00:00:00.000Z',
  });
  await expect(preview({ dataModel: 'LINE_ITEM' })).rejects.toMatchObject({ code: 'invalid' });
});
