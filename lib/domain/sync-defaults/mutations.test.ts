import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { definitions } from '../../connectors/definitions.ts';
import type { Context } from '../../context.ts';
import { propagateSyncDefaultsJob } from '../../worker/jobs/propagate-sync-defaults.ts';
import { listAudit } from '../audit/data.ts';
import { disconnectCompany } from '../connections/mutations.ts';
import { listModelConfigs } from '../sync-config/data.ts';
import { resetModelConfig, updateModelConfigs } from '../sync-config/mutations.ts';
import { countPropagation, listSyncDefaults } from './data.ts';
import { updateSyncDefaults } from './mutations.ts';

await createTestDatabase();

const now = new Date('2026-03-02T10:00:00Z');

let ctx: Context;
beforeEach(async () => {
  ({ ctx } = await makeOrganisation({ now }));
});

async function connected(options: Parameters<typeof makeConnection>[2] = {}, syncFrom?: Date): Promise<number> {
  const company = await makeCompany(ctx, { integration: 'SANDBOX', syncFrom });
  await makeConnection(ctx, company, options);
  return company.companyId;
}
const entryOf = async (companyId: number, model: string) =>
  (await listModelConfigs(ctx, { companyIds: [companyId] })).get(companyId)?.find((one) => one.dataModel === model);
const defaultOf = async (model: string) =>
  (await listSyncDefaults(ctx, { integration: 'SANDBOX' })).find((one) => one.dataModel === model);
const enabledCount = async (companyId: number) => {
  const [row] = await sqlClient()`select models_enabled from companies where id = ${companyId}`;
  return row?.models_enabled;
};
const read = (companyId: number, model: string, at: Date) => sqlClient()`
  update model_configs set last_synced_at = ${at}, cursor = '{"at": 1}', due_at = ${new Date('2026-03-10T10:00:00Z')}
  where company_id = ${companyId} and data_model = ${model}`;
const cursorOf = async (companyId: number, model: string) => {
  const [row] = await sqlClient()`
    select cursor from model_configs where company_id = ${companyId} and data_model = ${model}`;
  return row?.cursor;
};

const daily = { dataModel: 'INVOICE', frequency: 'DAILY', interval: 1 };
const set = (configs: Parameters<typeof updateSyncDefaults>[1]['configs'], propagate = false) =>
  updateSyncDefaults(ctx, { integration: 'SANDBOX', configs, propagate });

describe('without propagation', () => {
  test('a company that is connected keeps what it has, one that connects later gets the new default', async () => {
    const before = await connected();
    await set([daily, { dataModel: 'CONTACT', enabled: false }]);
    const after = await connected();
    expect(await entryOf(before, 'INVOICE')).toMatchObject({ frequency: 'WEEKLY', interval: 2, isOverridden: false });
    expect(await entryOf(before, 'CONTACT')).toMatchObject({ enabled: true, isOverridden: false });
    expect(await entryOf(after, 'INVOICE')).toMatchObject({ frequency: 'DAILY', interval: 1, isOverridden: false });
    expect(await entryOf(after, 'CONTACT')).toMatchObject({ enabled: false, isOverridden: false });
    expect(await entryOf(after, 'ADDRESS')).toMatchObject({ enabled: false, isChild: true });
    expect([await enabledCount(before), await enabledCount(after)]).toEqual([5, 4]);
    expect(await defaultOf('INVOICE')).toMatchObject({ frequency: 'DAILY', integration: 'SANDBOX' });
  });

  test('a company keeps what it has through several changes, also for a model that it has no row of', async () => {
    const companyId = await connected();
    await sqlClient()`delete from model_configs where company_id = ${companyId} and data_model = 'INVOICE'`;
    await set([daily]);
    await set([{ dataModel: 'INVOICE', frequency: 'MONTHLY' }]);
    expect(await entryOf(companyId, 'INVOICE')).toMatchObject({ frequency: 'WEEKLY', interval: 2 });
  });

  test('a company that reconnects keeps the defaults that it follows', async () => {
    const companyId = await connected();
    await set([daily]);
    await disconnectCompany(ctx, { companyId });
    expect(await entryOf(companyId, 'INVOICE')).toMatchObject({ frequency: 'WEEKLY' });
  });

  test('a value is overridden when somebody set it and it differs from the default that the company follows', async () => {
    const companyId = await connected();
    await set([daily]);
    await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'INVOICE', frequency: 'DAILY' }] });
    expect(await entryOf(companyId, 'INVOICE')).toMatchObject({ frequency: 'DAILY', interval: 2, isOverridden: true });
    await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'INVOICE', frequency: 'WEEKLY' }] });
    expect(await entryOf(companyId, 'INVOICE')).toMatchObject({ isOverridden: false });
  });

  test('a reset takes the default in force', async () => {
    const companyId = await connected();
    await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'INVOICE', frequency: 'MONTHLY' }] });
    await set([daily]);
    await resetModelConfig(ctx, { companyId, dataModel: 'INVOICE' });
    expect(await entryOf(companyId, 'INVOICE')).toMatchObject({ frequency: 'DAILY', interval: 1, isOverridden: false });
    expect(await listAudit(ctx, { companyId, limit: 1 })).toMatchObject([
      { after: { INVOICE: { frequency: 'DAILY' } } },
    ]);
  });
});

describe('with propagation', () => {
  test('what nobody set at a company follows, what somebody set stays, and children follow their parents', async () => {
    const plain = await connected();
    const own = await connected();
    await updateModelConfigs(ctx, { companyId: own, configs: [{ dataModel: 'INVOICE', frequency: 'HOURLY' }] });
    await set(
      [
        { ...daily, scopeAccess: ['READ', 'CREATE'] },
        { dataModel: 'CONTACT', enabled: false },
      ],
      true,
    );
    expect(await entryOf(plain, 'INVOICE')).toMatchObject({ frequency: 'DAILY', interval: 1, isOverridden: false });
    expect(await entryOf(own, 'INVOICE')).toMatchObject({
      frequency: 'HOURLY',
      interval: 1,
      scopeAccess: ['READ', 'CREATE'],
      isOverridden: true,
    });
    for (const companyId of [plain, own]) {
      expect(await entryOf(companyId, 'CONTACT')).toMatchObject({ enabled: false, dueAt: null });
      expect(await entryOf(companyId, 'PHONE_NUMBER')).toMatchObject({ enabled: false });
      expect(await enabledCount(companyId)).toBe(4);
    }
  });

  test('due times follow the new rhythm, as a change at the company would set them', async () => {
    const companyId = await connected();
    const twin = await connected();
    const lastSynced = new Date('2026-03-02T08:00:00Z');
    for (const id of [companyId, twin]) await read(id, 'INVOICE', lastSynced);
    const contactDue = (await entryOf(companyId, 'CONTACT'))?.dueAt;
    await set([daily], true);
    const due = Number((await entryOf(companyId, 'INVOICE'))?.dueAt);
    expect(due).toBeGreaterThan(Date.parse('2026-03-03T05:30:00Z'));
    expect(due).toBeLessThanOrEqual(Date.parse('2026-03-03T08:00:00Z'));
    expect((await entryOf(companyId, 'CONTACT'))?.dueAt).toEqual(contactDue);
    await set([{ dataModel: 'INVOICE', frequency: 'NEVER' }], true);
    expect((await entryOf(companyId, 'INVOICE'))?.dueAt).toBeNull();
  });

  test('a disconnected company follows, and nothing of it becomes due', async () => {
    const companyId = await connected();
    await disconnectCompany(ctx, { companyId });
    await set([daily], true);
    expect(await entryOf(companyId, 'INVOICE')).toMatchObject({ frequency: 'DAILY', dueAt: null });
  });

  test('a syncFrom that moves earlier forgets the cursor where nothing nearer decides', async () => {
    await set([{ dataModel: 'INVOICE', syncFrom: '2026-01-01' }]);
    const follows = await connected();
    const byLink = await connected({}, new Date('2026-02-01'));
    for (const companyId of [follows, byLink]) await read(companyId, 'INVOICE', now);
    await set([{ dataModel: 'INVOICE', syncFrom: '2025-01-01' }], true);
    expect(await cursorOf(follows, 'INVOICE')).toBeNull();
    expect(await cursorOf(byLink, 'INVOICE')).toEqual({ at: 1 });
  });

  test('passing on alone, without a change, brings companies to the defaults in force', async () => {
    const companyId = await connected();
    await set([daily]);
    await set([daily], true);
    expect(await entryOf(companyId, 'INVOICE')).toMatchObject({ frequency: 'DAILY' });
    const [row] = await sqlClient()`
      select count(*)::int as n from organisation_model_configs where organisation_id = ${ctx.organisationId}`;
    expect(row?.n).toBe(1);
  });

  test('every company whose settings change has an audit row, the others have none', async () => {
    const changed = await connected();
    const same = await connected();
    await updateModelConfigs(ctx, {
      companyId: same,
      configs: [{ dataModel: 'INVOICE', frequency: 'HOURLY', interval: 3 }],
    });
    await set([daily], true);
    expect(await listAudit(ctx, { companyId: changed, limit: 1 })).toMatchObject([
      {
        action: 'sync-config.propagated',
        actorLabel: 'Robin Operator',
        before: { INVOICE: { frequency: 'WEEKLY', interval: 2 } },
        after: { INVOICE: { frequency: 'DAILY', interval: 1 } },
      },
    ]);
    expect((await listAudit(ctx, { companyId: same, limit: 1 }))[0]?.action).toBe('sync-config.changed');
    const [row] = await sqlClient()`
      select before, after, subject_id from audit_log
      where organisation_id = ${ctx.organisationId} and action = 'sync-defaults.changed'`;
    expect(row).toEqual({
      subject_id: 'SANDBOX',
      before: { INVOICE: { frequency: 'WEEKLY', interval: 2 } },
      after: { INVOICE: { frequency: 'DAILY', interval: 1 }, propagate: true },
    });
  });

  test('other platforms and other organisations are left alone', async () => {
    const tryton = await connected({ integration: 'TRYTON' });
    const stranger = await makeOrganisation({ now });
    const other = await makeCompany(stranger.ctx, { integration: 'SANDBOX' });
    await makeConnection(stranger.ctx, other);
    await set([daily], true);
    expect(await entryOf(tryton, 'INVOICE')).toMatchObject({ frequency: 'WEEKLY' });
    const entries = await listModelConfigs(stranger.ctx, { companyIds: [other.companyId] });
    expect(entries.get(other.companyId)?.every((one) => one.frequency === 'WEEKLY')).toBe(true);
  });

  test('more companies than one transaction takes are brought along by the worker, batch by batch', async () => {
    const first = await connected();
    await sqlClient()`
      with made as (
        insert into companies (
          organisation_id, chain_id, number, company_code, name, name_key, integration, models_enabled, created_at,
          updated_at, last_activity_at
        )
        select organisation_id, chain_id, number + n, company_code || n, name, name_key, integration, models_enabled,
          created_at, updated_at, last_activity_at
        from companies, generate_series(1, 1100) n where id = ${first} returning id
      ), linked as (
        insert into connections (
          company_id, organisation_id, integration, category, status, status_since, sync_state, created_at, updated_at
        )
        select made.id, c.organisation_id, c.integration, c.category, c.status, c.status_since, c.sync_state,
          c.created_at, c.updated_at
        from made, connections c where c.company_id = ${first}
      )
      insert into model_configs (company_id, organisation_id, data_model, due_at, updated_at)
      select made.id, m.organisation_id, m.data_model, m.due_at, m.updated_at
      from made, model_configs m where m.company_id = ${first}`;
    await set([{ dataModel: 'INVOICE', enabled: false }], true);
    const left = async () => {
      const [row] = await sqlClient()`
        select count(*)::int as n from model_configs
        where organisation_id = ${ctx.organisationId} and data_model = 'INVOICE' and default_version = 0`;
      return row?.n;
    };
    expect(await left()).toBe(601);
    for (;;) {
      const [job] = await sqlClient()`
        delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier = 'propagate-sync-defaults' returning j.payload`;
      if (!job) break;
      await propagateSyncDefaultsJob(job.payload, now);
    }
    expect(await left()).toBe(0);
    const [row] = await sqlClient()`
      select sum(models_enabled)::int as enabled, (
          select count(*)::int from audit_log
          where organisation_id = ${ctx.organisationId} and action = 'sync-config.propagated'
        ) as audited
      from companies where organisation_id = ${ctx.organisationId}`;
    expect(row).toEqual({ enabled: 1101 * 4, audited: 1101 });
  });
});

test('the count says how many companies would change and how many settings of theirs stay, and stores nothing', async () => {
  await connected();
  const own = await connected();
  await updateModelConfigs(ctx, {
    companyId: own,
    configs: [{ dataModel: 'INVOICE', frequency: 'DAILY', interval: 1 }],
  });
  await connected({ integration: 'TRYTON' });
  const count = (configs: Parameters<typeof countPropagation>[1]['configs']) =>
    countPropagation(ctx, { integration: 'SANDBOX', configs });
  expect(await count([daily])).toEqual({ companies: 1, overrides: 0 });
  expect(await count([{ dataModel: 'INVOICE', frequency: 'MONTHLY' }])).toEqual({ companies: 1, overrides: 1 });
  expect(await count([daily, { dataModel: 'CONTACT', enabled: false }])).toEqual({ companies: 2, overrides: 0 });
  expect(await count([{ dataModel: 'CONTACT', enabled: true, scopeAccess: ['READ'] }])).toMatchObject({ companies: 0 });
  await set([daily]);
  expect(await count([{ dataModel: 'INVOICE' }])).toMatchObject({ companies: 1 });
  await set([daily], true);
  expect(await count([daily])).toEqual({ companies: 0, overrides: 0 });
  expect(await count([{ dataModel: 'INVOICE', syncFrom: '2026-01-01' }])).toMatchObject({ companies: 2 });
});

test('what is wrong is refused by path, and nothing is stored', async () => {
  await expect(
    set([daily, { dataModel: 'ADDRESS', enabled: false }, { ...daily, category: 'PAYMENTS' }]),
  ).rejects.toMatchObject({
    code: 'invalid',
    details: {
      issues: [
        { path: 'configs.1.dataModel', message: "ADDRESS follows CONTACT and COMPANY_INFO and can't be set alone" },
        { path: 'configs.2.category', message: 'Sandbox is ACCOUNTING' },
      ],
    },
  });
  await expect(updateSyncDefaults(ctx, { integration: 'STRIPE', configs: [daily] })).rejects.toMatchObject({
    details: { issues: [{ path: 'integration', message: 'is not available in this installation' }] },
  });
  expect(await defaultOf('INVOICE')).toMatchObject({ frequency: 'WEEKLY' });
  const viewer = contextFor(ctx.organisationId, { role: 'viewer' });
  await expect(updateSyncDefaults(viewer, { configs: [daily] })).rejects.toMatchObject({ code: 'forbidden' });
  const limited = { ...ctx, reach: { kind: 'companies' as const, companyIds: [1] } };
  await expect(updateSyncDefaults(limited, { configs: [daily] })).rejects.toMatchObject({ code: 'forbidden' });
});

test('without a platform, every platform that has the model is set', async () => {
  await updateSyncDefaults(ctx, { configs: [daily] });
  const invoices = (await listSyncDefaults(ctx, {})).filter((one) => one.dataModel === 'INVOICE');
  const having = Object.values(definitions).filter(({ models }) => models.some(({ model }) => model === 'INVOICE'));
  expect(new Set(invoices.map((one) => one.integration))).toEqual(new Set(having.map((one) => one.integration)));
  expect(invoices.every((one) => one.frequency === 'DAILY')).toBe(true);
});
