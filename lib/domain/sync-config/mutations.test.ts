import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import { modelConfigs, organisationModelConfigs } from '../../../db/schema/connections.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { listModelConfigs } from './data.ts';
import { applyRequestedConfigs, moveCompanySyncFrom, resetModelConfig, updateModelConfigs } from './mutations.ts';

await createTestDatabase();

const now = new Date('2026-03-02T10:00:00Z');

async function connected(options: Parameters<typeof makeConnection>[2] = {}) {
  const { ctx } = await makeOrganisation({ now });
  const company = await makeCompany(ctx, { integration: 'SANDBOX' });
  await makeConnection(ctx, company, options);
  return { ctx, ...company };
}

const entryOf = async (of: Awaited<ReturnType<typeof connected>>, model: string) =>
  (await listModelConfigs(of.ctx, { companyIds: [of.companyId] }))
    .get(of.companyId)
    ?.find((one) => one.dataModel === model);

async function setCursor(companyId: number, model: 'CONTACT' | 'INVOICE', lastSyncedAt = now) {
  await sqlClient()`
    update model_configs set cursor = '{"at": 1}', last_synced_at = ${lastSyncedAt}
    where company_id = ${companyId} and data_model = ${model}`;
}
const cursors = async (companyId: number) => {
  const rows = await db().select().from(modelConfigs).where(eq(modelConfigs.companyId, companyId));
  return Object.fromEntries(rows.map((row) => [row.dataModel, row.cursor]));
};
const auditOf = (companyId: number) => sqlClient()`
  select action, before, after from audit_log where company_id = ${companyId} and action = 'sync-config.changed'`;
const enabledCount = async (companyId: number) => {
  const [row] = await sqlClient()`select models_enabled from companies where id = ${companyId}`;
  return row?.models_enabled;
};

test('a new connection has every model of its platform, by default, due at once', async () => {
  const company = await connected();
  expect(await entryOf(company, 'CONTACT')).toMatchObject({
    category: 'ACCOUNTING',
    enabled: true,
    frequency: 'WEEKLY',
    interval: 2,
    scopeAccess: ['READ'],
    syncFrom: null,
    isOverridden: false,
    isChild: false,
    dueAt: now,
  });
  expect(await enabledCount(company.companyId)).toBe(5);
});

test('a change is stored, counted, audited before and after, and shown as an override', async () => {
  const company = await connected();
  const entries = await updateModelConfigs(company.ctx, {
    companyId: company.companyId,
    configs: [
      { dataModel: 'contacts', enabled: false },
      { dataModel: 'invoice', frequency: 'hourly', interval: 6, scopeAccess: ['create', 'read'] },
    ],
  });
  const contact = { enabled: false, isOverridden: true, dueAt: null };
  expect(entries.find((one) => one.dataModel === 'CONTACT')).toMatchObject(contact);
  expect(entries.find((one) => one.dataModel === 'ADDRESS')).toMatchObject({ enabled: false, isChild: true });
  expect(entries.find((one) => one.dataModel === 'INVOICE')).toMatchObject({
    frequency: 'HOURLY',
    interval: 6,
    scopeAccess: ['READ', 'CREATE'],
    isOverridden: true,
  });
  expect(await enabledCount(company.companyId)).toBe(4);
  expect(await auditOf(company.companyId)).toMatchObject([
    {
      before: { CONTACT: { enabled: true }, INVOICE: { frequency: 'WEEKLY', interval: 2, scopeAccess: ['READ'] } },
      after: {
        CONTACT: { enabled: false },
        INVOICE: { frequency: 'HOURLY', interval: 6, scopeAccess: ['READ', 'CREATE'] },
      },
    },
  ]);
});

test('a change that changes nothing leaves no trace', async () => {
  const company = await connected();
  await updateModelConfigs(company.ctx, {
    companyId: company.companyId,
    configs: [{ dataModel: 'CONTACT', enabled: true, frequency: 'WEEKLY', interval: 2, scopeAccess: ['READ'] }],
  });
  expect(await entryOf(company, 'CONTACT')).toMatchObject({ isOverridden: false });
  expect(await auditOf(company.companyId)).toEqual([]);
});

test('a reset follows the defaults again', async () => {
  const company = await connected();
  const { companyId, ctx } = company;
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'CONTACT', enabled: false, interval: 4 }] });
  await resetModelConfig(ctx, { companyId, dataModel: 'CONTACT' });
  expect(await entryOf(company, 'CONTACT')).toMatchObject({ enabled: true, interval: 2, isOverridden: false });
  expect(await enabledCount(companyId)).toBe(5);
});

test('an organisation’s own default is followed, and a company’s value differs from that', async () => {
  const { ctx: organisation } = await makeOrganisation({ now });
  await db().insert(organisationModelConfigs).values({
    organisationId: organisation.organisationId,
    integration: 'SANDBOX',
    dataModel: 'INVOICE',
    frequency: 'DAILY',
    interval: 1,
    updatedAt: now,
  });
  const company = { ctx: organisation, ...(await makeCompany(organisation, { integration: 'SANDBOX' })) };
  await makeConnection(organisation, company);
  expect(await entryOf(company, 'INVOICE')).toMatchObject({ frequency: 'DAILY', interval: 1, isOverridden: false });
  const { companyId, ctx } = company;
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'INVOICE', frequency: 'WEEKLY' }] });
  expect(await entryOf(company, 'INVOICE')).toMatchObject({ frequency: 'WEEKLY', interval: 1, isOverridden: true });
});

test('moving syncFrom earlier forgets the cursor, moving it later does not', async () => {
  const { companyId, ctx } = await connected();
  const move = (syncFrom: string | null) =>
    updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'INVOICE', syncFrom }] });
  await setCursor(companyId, 'INVOICE');
  await move('2026-01-01T00:00:00Z');
  expect((await cursors(companyId)).INVOICE).toEqual({ at: 1 });
  await move('2025-01-01T00:00:00Z');
  expect((await cursors(companyId)).INVOICE).toBeNull();
  await setCursor(companyId, 'INVOICE');
  await move(null);
  expect((await cursors(companyId)).INVOICE).toBeNull();
});

test('when the company’s syncFrom moves earlier, models with a date of their own keep their cursor', async () => {
  const { companyId, ctx } = await connected();
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'INVOICE', syncFrom: '2026-01-01' }] });
  await setCursor(companyId, 'INVOICE');
  await setCursor(companyId, 'CONTACT');
  const move = (date: string) =>
    db().transaction((tx) => moveCompanySyncFrom(tx, { companyId, syncFrom: new Date(date) }));
  await move('2026-02-01');
  await move('2026-03-01');
  expect(await cursors(companyId)).toMatchObject({ CONTACT: { at: 1 }, INVOICE: { at: 1 } });
  await move('2025-02-01');
  expect(await cursors(companyId)).toMatchObject({ CONTACT: null, INVOICE: { at: 1 } });
});

test('a new rhythm counts from the last sync', async () => {
  const company = await connected();
  const { companyId, ctx } = company;
  await setCursor(companyId, 'CONTACT', new Date('2026-03-02T08:00:00Z'));
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'CONTACT', frequency: 'DAILY', interval: 1 }] });
  const due = (await entryOf(company, 'CONTACT'))?.dueAt;
  expect(Number(due)).toBeGreaterThan(Date.parse('2026-03-03T05:30:00Z'));
  expect(Number(due)).toBeLessThanOrEqual(Date.parse('2026-03-03T08:00:00Z'));
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'CONTACT', frequency: 'NEVER' }] });
  expect(await entryOf(company, 'CONTACT')).toMatchObject({ dueAt: null, enabled: true });
});

test('bad changes are refused by path, and nothing is stored', async () => {
  const company = await connected();
  const { companyId, ctx } = company;
  const configs = [
    { dataModel: 'CONTACT', enabled: false },
    { dataModel: 'ADDRESS', enabled: false },
    { dataModel: 'INVOICE', category: 'PAYMENTS' },
  ];
  await expect(updateModelConfigs(ctx, { companyId, configs })).rejects.toMatchObject({
    code: 'invalid',
    details: {
      issues: [
        { path: 'configs.1.dataModel', message: "ADDRESS follows CONTACT and COMPANY_INFO and can't be set alone" },
        { path: 'configs.2.category', message: 'Sandbox is ACCOUNTING' },
      ],
    },
  });
  expect(await entryOf(company, 'CONTACT')).toMatchObject({ enabled: true });
  await expect(updateModelConfigs(ctx, { companyId, configs: [] })).rejects.toMatchObject({ code: 'invalid' });
  await expect(
    updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'CONTACT', interval: 0 }] }),
  ).rejects.toMatchObject({ details: { issues: [{ path: 'configs.0.interval' }] } });
});

test('another organisation, a viewer and a company that never connected are refused', async () => {
  const { companyId, ctx } = await connected();
  const input = { companyId, configs: [{ dataModel: 'CONTACT', enabled: false }] };
  const other = await makeOrganisation({ now });
  await expect(updateModelConfigs(other.ctx, input)).rejects.toMatchObject({ code: 'not-found' });
  expect((await listModelConfigs(other.ctx, { companyIds: [companyId] })).size).toBe(0);
  const viewer = contextFor(ctx.organisationId, { role: 'viewer' });
  await expect(updateModelConfigs(viewer, input)).rejects.toMatchObject({ code: 'forbidden' });
  const never = await makeCompany(ctx);
  await expect(updateModelConfigs(ctx, { ...input, ...never })).rejects.toMatchObject({ code: 'invalid' });
});

test('what the invite link asked for is taken at the first connection and kept at the next', async () => {
  const requested = [
    { dataModel: 'CONTACT', frequency: 'DAILY', interval: 1, syncFrom: null },
    { dataModel: 'INVOICE', enabled: false, syncFrom: '2026-01-01T00:00:00.000Z' },
    // Comes inside others and has no settings of its own.
    { dataModel: 'LINE_ITEM', enabled: true },
  ];
  const syncFrom = new Date('2025-06-01');
  const company = await connected({ requested, syncFrom });
  const { companyId, ctx } = company;
  expect(await entryOf(company, 'CONTACT')).toMatchObject({
    frequency: 'DAILY',
    interval: 1,
    isOverridden: true,
    syncFrom,
  });
  expect(await entryOf(company, 'INVOICE')).toMatchObject({ enabled: false, syncFrom: new Date('2026-01-01') });
  expect(await enabledCount(companyId)).toBe(4);
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'CONTACT', frequency: 'MONTHLY' }] });
  await setCursor(companyId, 'CONTACT');
  await db().transaction((tx) =>
    applyRequestedConfigs(tx, ctx, { companyId, integration: 'SANDBOX', requested, syncFrom }),
  );
  expect(await entryOf(company, 'CONTACT')).toMatchObject({ frequency: 'MONTHLY' });
  expect((await cursors(companyId)).CONTACT).toEqual({ at: 1 });
});
