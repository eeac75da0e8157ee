import { expect, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { archiveCompany } from '../companies/mutations.ts';
import { disconnectCompany } from '../connections/mutations.ts';
import { updateModelConfigs } from '../sync-config/mutations.ts';
import { activeSync, getSync, listOrganisationSyncs, listSyncs, syncProgress } from './data.ts';
import { cancelSync, queueFirstSync, startSync } from './mutations.ts';

await createTestDatabase();

async function connected(options: Parameters<typeof makeConnection>[2] = {}) {
  const { ctx } = await makeOrganisation();
  const company = await makeCompany(ctx, { integration: 'SANDBOX' });
  await makeConnection(ctx, company, options);
  return { ctx, ...company };
}
const models = ['CURRENCY', 'ACCOUNT', 'CONTACT', 'INVOICE', 'INVOICE_PAYMENT'];

test('a sync is stored with its jobs and its queue entry, and the company shows it', async () => {
  const { ctx, companyId } = await connected();
  const started = await startSync(ctx, { companyId });
  expect(started.dataModels).toEqual(models);
  const sync = await getSync(ctx, { syncId: started.id });
  expect(sync).toMatchObject({
    companyId,
    integration: 'SANDBOX',
    jobType: 'PULL',
    syncType: 'MANUAL',
    configMode: 'DEFAULT',
    fullSync: false,
    status: 'QUEUED',
    startTime: null,
    endTime: null,
    createdAt: ctx.now,
    requestedBy: 'Robin Operator',
    jobCounts: { total: 5, success: 0, failed: 0, running: 0, pending: 5 },
  });
  expect(sync.jobs.map((job) => [job.dataModel, job.status])).toEqual(models.map((model) => [model, 'CREATED']));
  const [entry] =
    await sqlClient()`select task_identifier from graphile_worker.jobs where key = ${`sync:${started.id}`}`;
  expect(entry?.task_identifier).toBe('sync');
  const [company] = await sqlClient()`select sync_state from companies where id = ${companyId}`;
  expect(company?.sync_state).toBe('RUNNING');
  expect(await activeSync(ctx, { companyId })).toMatchObject({ id: started.id });
  expect(await syncProgress(ctx, { companyId })).toMatchObject({ syncId: started.id, isActive: true, isFirst: true });
});

test('of many that start at once exactly one does, and the others are a conflict that stores nothing', async () => {
  const { ctx, companyId } = await connected();
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => startSync(ctx, { companyId })));
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  for (const one of tries) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' });
  }
  const [count] = await sqlClient()`
    select count(distinct s.id)::int as syncs, count(j.id)::int as jobs from syncs s join sync_jobs j on j.sync_id = s.id
    where s.company_id = ${companyId}`;
  expect(count).toEqual({ syncs: 1, jobs: 5 });
});

test('chosen models are taken in the platform’s order, with a date of their own', async () => {
  const { ctx, companyId } = await connected();
  const started = await startSync(ctx, {
    companyId,
    dataModels: [{ dataModel: 'invoices', syncFrom: '2026-01-01T00:00:00Z' }, { dataModel: 'Currency' }],
    fullSync: true,
  });
  expect(started.dataModels).toEqual(['CURRENCY', 'INVOICE']);
  const sync = await getSync(ctx, { syncId: started.id });
  expect(sync).toMatchObject({ configMode: 'CUSTOM', fullSync: true });
  expect(sync.jobs[1]?.syncFrom).toEqual(new Date('2026-01-01'));
});

test('every problem with a choice of models is named', async () => {
  const { ctx, companyId } = await connected();
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'ACCOUNT', enabled: false }] });
  const dataModels = ['CONTACT', 'ADDRESS', 'ACCOUNT', 'contacts'].map((dataModel) => ({ dataModel }));
  await expect(startSync(ctx, { companyId, dataModels })).rejects.toMatchObject({
    code: 'invalid',
    details: {
      issues: [
        { path: 'dataModels.1.dataModel', message: "ADDRESS comes with CONTACT and can't be synced alone" },
        { path: 'dataModels.2.dataModel', message: 'ACCOUNT is switched off for this company' },
        { path: 'dataModels.3.dataModel', message: 'CONTACT is named twice' },
      ],
    },
  });
});

test('a model that the platform has not is named', async () => {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx, { integration: 'TRYTON' });
  await makeConnection(ctx, { companyId }, { integration: 'TRYTON' });
  await expect(startSync(ctx, { companyId, dataModels: [{ dataModel: 'EXPENSE' }] })).rejects.toMatchObject({
    details: { issues: [{ path: 'dataModels.0.dataModel', message: 'Tryton has no EXPENSE' }] },
  });
});

test('a full sync is a manual one', async () => {
  const { ctx, companyId } = await connected();
  await expect(startSync(ctx, { companyId, fullSync: true, isManualSync: false })).rejects.toMatchObject({
    details: { issues: [{ path: 'fullSync' }] },
  });
  expect(await getSync(ctx, { syncId: (await startSync(ctx, { companyId, isManualSync: false })).id })).toMatchObject({
    syncType: 'AUTO_SYNC',
  });
});

test('a company that is not connected, or whose models are all off, is refused', async () => {
  const { ctx, companyId } = await connected();
  const never = await makeCompany(ctx);
  await expect(startSync(ctx, never)).rejects.toMatchObject({ code: 'invalid' });
  const configs = models.map((dataModel) => ({ dataModel, enabled: false }));
  await updateModelConfigs(ctx, { companyId, configs });
  await expect(startSync(ctx, { companyId })).rejects.toMatchObject({ code: 'invalid' });
  const [closed, pending] = [await connected({ status: 'DISCONNECTED' }), await connected({ status: 'PENDING' })];
  await expect(startSync(closed.ctx, closed)).rejects.toMatchObject({ code: 'invalid' });
  await expect(startSync(pending.ctx, pending)).rejects.toMatchObject({ code: 'invalid' });
});

test('an expired connection may be tried by hand', async () => {
  const { ctx, companyId } = await connected({ status: 'EXPIRED' });
  expect((await startSync(ctx, { companyId })).dataModels).toEqual(models);
});

test('another organisation, a viewer, an archived company and bad input are refused', async () => {
  const { ctx, companyId } = await connected();
  const other = await makeOrganisation();
  await expect(startSync(other.ctx, { companyId })).rejects.toMatchObject({ code: 'not-found' });
  const viewer = contextFor(ctx.organisationId, { role: 'viewer' });
  await expect(startSync(viewer, { companyId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(startSync(ctx, { companyId, dataModels: [] })).rejects.toMatchObject({ code: 'invalid' });
  await archiveCompany(ctx, { companyId });
  await expect(startSync(ctx, { companyId })).rejects.toMatchObject({ code: 'not-found' });
});

test('while a sync is active nothing is disconnected, and the other way round', async () => {
  const { ctx, companyId } = await connected();
  const outcomes = await Promise.allSettled([startSync(ctx, { companyId }), disconnectCompany(ctx, { companyId })]);
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const [row] = await sqlClient()`
    select c.status, (select count(*)::int from syncs s where s.company_id = c.company_id) as syncs
    from connections c where c.company_id = ${companyId}`;
  expect(row).toEqual(row?.syncs === 1 ? { status: 'HEALTHY', syncs: 1 } : { status: 'DISCONNECTED', syncs: 0 });
});

test('a first sync takes what is switched on, and none is queued when nothing is', async () => {
  const requested = [{ dataModel: 'CONTACT', enabled: false }];
  const { ctx, companyId } = await connected({ requested });
  const first = () => db().transaction((tx) => queueFirstSync(tx, ctx, { companyId, integration: 'SANDBOX' }));
  const syncId = await first();
  const sync = await getSync(ctx, { syncId: syncId ?? '' });
  expect(sync).toMatchObject({ syncType: 'AUTO_SYNC', fullSync: false });
  expect(sync.dataModels).not.toContain('CONTACT');
  expect(await first()).toBeNull();
  const off = await connected({ requested: models.map((dataModel) => ({ dataModel, enabled: false })) });
  const none = await db().transaction((tx) =>
    queueFirstSync(tx, off.ctx, { companyId: off.companyId, integration: 'SANDBOX' }),
  );
  expect(none).toBeNull();
});

test('lists are newest first, page by page, and count everything', async () => {
  const { ctx, companyId } = await connected();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) {
    const at = contextFor(ctx.organisationId, { now: new Date(Date.UTC(2026, 2, 1 + Math.floor(i / 2))) });
    const { id } = await startSync(at, { companyId });
    await cancelSync(at, { syncId: id });
    ids.push(id);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listSyncs(ctx, { companyId, limit: 2, cursor });
    expect(page.count).toBe(5);
    seen.push(...page.syncs.map((sync) => sync.id));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen.toSorted()).toEqual(ids.toSorted());
  const times = (await listSyncs(ctx, { companyId })).syncs.map((sync) => Number(sync.createdAt));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(await listSyncs(ctx, { companyId, jobType: 'PUSH' })).toEqual({ syncs: [], count: 0, next: null });
  const all = await listOrganisationSyncs(ctx, { limit: 3, status: ['CANCELLED'] });
  expect(all.syncs).toHaveLength(3);
  expect(all.syncs[0]).toMatchObject({ companyName: 'Harbour & Lane', status: 'CANCELLED' });
  const rest = await listOrganisationSyncs(ctx, { limit: 3, status: ['CANCELLED'], cursor: all.next ?? undefined });
  expect([...all.syncs, ...rest.syncs].map((sync) => sync.id)).toEqual(seen);
});

test('another organisation’s syncs and cursors are not found', async () => {
  const [{ ctx, companyId }, other] = [await connected(), await connected()];
  const { id } = await startSync(ctx, { companyId });
  await expect(getSync(other.ctx, { syncId: id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(getSync(ctx, { syncId: 'nonsense' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(listSyncs(other.ctx, { companyId })).rejects.toMatchObject({ code: 'not-found' });
  await expect(listSyncs(other.ctx, { companyId: other.companyId, cursor: id })).rejects.toMatchObject({
    code: 'invalid',
    details: { issues: [{ path: 'cursor' }] },
  });
  expect(await activeSync(other.ctx, { companyId })).toBeNull();
  expect(await syncProgress(other.ctx, { companyId })).toBeNull();
  await expect(listSyncs(ctx, { companyId, limit: 101 })).rejects.toMatchObject({ code: 'invalid' });
});
