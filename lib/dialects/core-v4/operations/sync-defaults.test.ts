import { beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { makeCompany, makeConnection } from '../../../../db/testing/factories.ts';
import { listModelConfigs } from '../../../domain/sync-config/data.ts';
import { type Answered, errorOf, makeTenant, type Tenant } from '../testing/core-api.ts';

await createTestDatabase();

let tenant: Tenant;
beforeEach(async () => {
  tenant = await makeTenant();
});

const path = '/core/organizations/sync-config';
const ofSandbox = `${path}?integration_type=sandbox`;
const invoices = {
  data_model: 'invoices',
  category: 'ACCOUNTING',
  enabled: true,
  frequency: 'DAILY',
  interval: 1,
  scope_access: { READ: true, CREATE: true },
};
const listed = ({ body }: Answered) => (body as { data: { syncConfig: Record<string, unknown>[] } }).data.syncConfig;
const modelOf = (answer: Answered, model: string) => listed(answer).find((one) => one.dataModel === model);

test('the defaults of a platform are shown as a company’s config is, and set', async () => {
  const before = await tenant.call('GET', ofSandbox);
  expect(before.status).toBe(200);
  expect(modelOf(before, 'INVOICE')).toEqual({
    integrationType: 'SANDBOX',
    dataModel: 'INVOICE',
    category: 'ACCOUNTING',
    enabled: true,
    frequency: 'WEEKLY',
    interval: 2,
    scopeAccess: { READ: true, CREATE: false, DELETE: false, UPDATE: false },
    syncFrom: null,
    isOverridden: false,
    isChild: false,
  });
  const answer = await tenant.call('POST', ofSandbox, { body: { configs: [invoices] } });
  expect([answer.status, answer.body]).toEqual([200, { request_id: answer.headers.get('x-request-id') }]);
  const after = await tenant.call('GET', ofSandbox);
  expect(modelOf(after, 'INVOICE')).toMatchObject({
    frequency: 'DAILY',
    interval: 1,
    scopeAccess: { READ: true, CREATE: true, DELETE: false, UPDATE: false },
  });
  expect(modelOf(after, 'LINE_ITEM')).toMatchObject({ frequency: 'DAILY', isChild: true });
});

test('without a platform all of them are shown and set', async () => {
  await tenant.call('POST', path, { body: { configs: [invoices] } });
  const entries = listed(await tenant.call('GET', path)).filter((one) => one.dataModel === 'INVOICE');
  expect(entries.map((one) => one.integrationType)).toEqual(expect.arrayContaining(['SANDBOX', 'TRYTON']));
  expect(entries.every((one) => one.frequency === 'DAILY')).toBe(true);
});

test('propagate passes them on to the companies that are connected', async () => {
  const { companyId } = await makeCompany(tenant.ctx, { integration: 'SANDBOX' });
  await makeConnection(tenant.ctx, { companyId });
  const frequency = async () =>
    (await listModelConfigs(tenant.ctx, { companyIds: [companyId] }))
      .get(companyId)
      ?.find((one) => one.dataModel === 'INVOICE')?.frequency;
  await tenant.call('POST', ofSandbox, { body: { configs: [invoices] } });
  expect(await frequency()).toBe('WEEKLY');
  await tenant.call('POST', ofSandbox, { body: { configs: [invoices], propagate: true } });
  expect(await frequency()).toBe('DAILY');
});

test.each([
  [{ configs: [] }, 'configs: must have at least 1 entry'],
  [
    { configs: [{ ...invoices, data_model: 'ADDRESS' }] },
    "configs.0.data_model: ADDRESS follows CONTACT and COMPANY_INFO and can't be set alone",
  ],
  [{ configs: [invoices, invoices] }, 'configs.1.data_model: INVOICE is named twice'],
  [{ configs: [{ ...invoices, category: 'PAYMENTS' }] }, 'configs.0.category: Sandbox is ACCOUNTING'],
  [{ configs: [{ ...invoices, interval: 0 }] }, 'configs.0.interval: must be at least 1'],
  [{ configs: [invoices], propagate: 'yes' }, 'propagate: must be true or false'],
  [{ configs: [invoices], all: true }, 'all: is not a known field; allowed fields are configs, propagate'],
])('refuses %j', async (body, message) => {
  const answer = await tenant.call('POST', ofSandbox, { body });
  expect([answer.status, errorOf(answer).message]).toEqual([400, message]);
});

test('a platform without a connector has no defaults to set', async () => {
  expect(listed(await tenant.call('GET', `${path}?integration_type=STRIPE`))).toEqual([]);
  const answer = await tenant.call('POST', `${path}?integration_type=STRIPE`, { body: { configs: [invoices] } });
  expect([answer.status, errorOf(answer).message]).toEqual([
    400,
    'integration_type: is not available in this installation',
  ]);
});
