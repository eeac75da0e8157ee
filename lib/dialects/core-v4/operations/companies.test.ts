import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { makeCompany, makeConnection } from '../../../../db/testing/factories.ts';
import type { Context } from '../../../context.ts';
import { createInviteLink } from '../../../domain/invite-links/mutations.ts';
import { startSync } from '../../../domain/syncs/mutations.ts';
import { type Answered, errorOf, makeTenant, type Tenant } from '../testing/core-api.ts';

await createTestDatabase();

let tenant: Tenant;
let ctx: Context;
beforeEach(async () => {
  tenant = await makeTenant();
  ctx = tenant.ctx;
});

interface Wire {
  id: number;
  companyName: string;
  connectionStatus: string | null;
  dataModelConfigs: { dataModel: string; scopeAccess: Record<string, boolean>; [key: string]: unknown }[];
  connection: Record<string, unknown> | null;
  [key: string]: unknown;
}
const listed = ({ body }: Answered) =>
  (body as { data: { companies: Wire[]; count: number; next: number | null } }).data;
const one = ({ body }: Answered) => (body as { data: { company: Wire } }).data.company;
const names = (answer: Answered) => listed(answer).companies.map((company) => company.companyName);

async function connected(name: string): Promise<number> {
  const { companyId } = await makeCompany(ctx, { name, integration: 'SANDBOX' });
  await createInviteLink(ctx, { companyId, integrationCategory: 'ACCOUNTING' });
  await makeConnection(ctx, { companyId }, { entityId: 'book-1', credentials: { secret: 'canary-secret' } });
  await sqlClient()`update invite_links set status = 'CONNECTED' where company_id = ${companyId}`;
  return companyId;
}

describe('GET /core/companies', () => {
  test('lists the newest first in pages that hold together, with the count of all', async () => {
    for (const name of ['One', 'Two', 'Three']) await makeCompany(ctx, { name });
    const first = await tenant.call('GET', '/core/companies?limit=2');
    expect([names(first), listed(first).count]).toEqual([['Three', 'Two'], 3]);
    expect(listed(first).next).toBe(listed(first).companies[1]?.id);
    const second = await tenant.call('GET', `/core/companies?limit=2&cursor=${listed(first).next}`);
    expect([names(second), listed(second).count, listed(second).next]).toEqual([['One'], 3, null]);
    expect(first.body).toHaveProperty('request_id', first.headers.get('x-request-id'));
  });

  test('shows the same object as the company alone', async () => {
    const companyId = await connected('Acme');
    const [listedOne] = listed(await tenant.call('GET', '/core/companies')).companies;
    expect(one(await tenant.call('GET', `/core/companies/${companyId}`))).toEqual(listedOne);
  });

  test('searches names in any case and ids exactly', async () => {
    const { companyId } = await makeCompany(ctx, { name: 'Mossbank Foods' });
    await makeCompany(ctx, { name: '100% Cotton_Co' });
    expect(names(await tenant.call('GET', '/core/companies?search=SSBANK'))).toEqual(['Mossbank Foods']);
    expect(names(await tenant.call('GET', `/core/companies?search=${companyId}`))).toEqual(['Mossbank Foods']);
    expect(names(await tenant.call('GET', '/core/companies?search=%25%20c'))).toEqual(['100% Cotton_Co']);
    expect(listed(await tenant.call('GET', '/core/companies?search=_nothing'))).toEqual({
      companies: [],
      count: 0,
      next: null,
    });
  });

  test('filters by status, platform, category and activity, in any case', async () => {
    const busy = await connected('Busy');
    await connected('Idle');
    await makeCompany(ctx, { name: 'Never' });
    await startSync(ctx, { companyId: busy });
    expect(names(await tenant.call('GET', '/core/companies?connectionStatus=healthy'))).toEqual(['Idle', 'Busy']);
    expect(names(await tenant.call('GET', '/core/companies?integration=sandbox&syncState=SYNCING'))).toEqual(['Busy']);
    expect(names(await tenant.call('GET', '/core/companies?syncState=idle'))).toEqual(['Idle']);
    expect(names(await tenant.call('GET', '/core/companies?integrationCategory=PAYMENTS'))).toEqual([]);
    expect(names(await tenant.call('GET', '/core/companies?integration=OODOO_ACCOUNTING'))).toEqual([]);
  });

  test.each([
    ['limit=0', 'limit: must be a whole number from 1 to 100'],
    ['limit=101', 'limit: must be a whole number from 1 to 100'],
    ['limit=1.5', 'limit: must be a whole number from 1 to 100'],
    ['limit=', 'limit: must be a whole number from 1 to 100'],
    ['cursor=abc', 'cursor: must be a positive whole number'],
    [
      'connectionStatus=GOOD',
      'connectionStatus: must be one of HEALTHY, DISCONNECTED, EXPIRED, PENDING, RATE_LIMIT_EXCEEDED',
    ],
    ['syncState=RUNNING', 'syncState: must be one of IDLE, SYNCING'],
    ['integration=SAGE', /^integration: must be one of NETSUITE, /],
  ])('refuses ?%s', async (query, message) => {
    const answer = await tenant.call('GET', `/core/companies?${query}`);
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      typeof message === 'string' ? message : expect.stringMatching(message),
    ]);
  });

  test("never shows another organisation's", async () => {
    const other = await makeTenant('Elsewhere');
    await makeCompany(other.ctx, { name: 'Theirs' });
    expect(listed(await tenant.call('GET', '/core/companies?search=theirs'))).toMatchObject({ count: 0 });
  });
});

describe('GET /core/companies/{company_id}', () => {
  test('a company that never connected has no connection and no model configs', async () => {
    const { companyId } = await makeCompany(ctx, { name: 'Never' });
    expect(one(await tenant.call('GET', `/core/companies/${companyId}`))).toMatchObject({
      id: companyId,
      companyId,
      inviteLinkId: null,
      companyName: 'Never',
      integration: null,
      integrationCategory: null,
      connectionStatus: null,
      syncStatus: null,
      hasActiveSync: false,
      lastSynced: null,
      dataModelConfigs: [],
      connection: null,
    });
  });

  test('a connected one shows its connection and its models, and nothing secret', async () => {
    const companyId = await connected('Acme');
    const answer = await tenant.call('GET', `/core/companies/${companyId}`);
    const company = one(answer);
    expect(company).toMatchObject({ connectionStatus: 'HEALTHY', syncStatus: 'IDLE', integrationEntityId: 'book-1' });
    expect(company.connection).toMatchObject({ id: `${companyId}_SANDBOX`, organisationId: tenant.organisationId });
    expect(company.dataModelConfigs.find((config) => config.dataModel === 'INVOICE')).toEqual({
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
    expect(answer.text).not.toContain('canary-secret');
  });

  test('an id beyond what is counted to is not found', async () => {
    expect((await tenant.call('GET', '/core/companies/99999999999999999999999')).status).toBe(404);
  });

  test.each(['0', '-1', '1.0', '01', 'abc', '1e3', '%31x'])('%s is no id', async (id) => {
    const answer = await tenant.call('GET', `/core/companies/${id}`);
    expect([answer.status, errorOf(answer).message]).toEqual([400, 'company_id: must be a positive whole number']);
  });
});

describe('PATCH /core/companies/{company_id}', () => {
  test('renames it and answers with the request id alone', async () => {
    const { companyId } = await makeCompany(ctx, { name: 'Old' });
    const answer = await tenant.call('PATCH', `/core/companies/${companyId}`, { body: { name: '  New  ' } });
    expect([answer.status, answer.body]).toEqual([200, { request_id: answer.headers.get('x-request-id') }]);
    expect(one(await tenant.call('GET', `/core/companies/${companyId}`)).companyName).toBe('New');
  });

  test.each([
    [{ name: '   ' }, 'name: must not be empty'],
    [{}, 'name: is required'],
    [{ name: null }, 'name: must be text'],
    [{ name: 'a'.repeat(256) }, 'name: must have at most 255 characters'],
    [{ name: 'New', vat: 'x' }, 'vat: is not a known field; allowed fields are name'],
  ])('refuses %j and stores nothing', async (body, message) => {
    const { companyId } = await makeCompany(ctx, { name: 'Old' });
    const answer = await tenant.call('PATCH', `/core/companies/${companyId}`, { body });
    expect([answer.status, errorOf(answer).message]).toEqual([400, message]);
    expect(one(await tenant.call('GET', `/core/companies/${companyId}`)).companyName).toBe('Old');
  });

  test('is done once for an Idempotency-Key', async () => {
    const { companyId } = await makeCompany(ctx, { name: 'Old' });
    const headers = { 'idempotency-key': 'rename-1' };
    const rename = () => tenant.call('PATCH', `/core/companies/${companyId}`, { body: { name: 'New' }, headers });
    const first = await rename();
    const again = await rename();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.text).toBe(first.text);
    const [audit] = await sqlClient()`
      select count(*)::int from audit_log where company_id = ${companyId} and action = 'company.renamed'`;
    expect(audit?.count).toBe(1);
  });
});

describe('PATCH /core/companies/{company_id}/sync-config', () => {
  const entry = {
    data_model: 'INVOICE',
    category: 'ACCOUNTING',
    enabled: true,
    frequency: 'DAILY',
    interval: 3,
    scope_access: { READ: true, CREATE: true, UPDATE: false, DELETE: false },
    sync_from: '2026-02-01T00:00:00.000Z',
  };
  const set = (companyId: number, ...configs: unknown[]) =>
    tenant.call('PATCH', `/core/companies/${companyId}/sync-config`, { body: { configs } });

  test('overrides a model, and the company shows it', async () => {
    const companyId = await connected('Acme');
    const answer = await set(companyId, { ...entry, data_model: 'invoices', frequency: 'daily' });
    expect([answer.status, answer.body]).toEqual([200, { request_id: answer.headers.get('x-request-id') }]);
    const company = one(await tenant.call('GET', `/core/companies/${companyId}`));
    expect(company.dataModelConfigs.find((config) => config.dataModel === 'INVOICE')).toMatchObject({
      enabled: true,
      frequency: 'DAILY',
      interval: 3,
      scopeAccess: { READ: true, CREATE: true, DELETE: false, UPDATE: false },
      syncFrom: '2026-02-01T00:00:00.000Z',
      isOverridden: true,
    });
  });

  test('takes scopes as a plain list too', async () => {
    const companyId = await connected('Acme');
    expect((await set(companyId, { ...entry, scope_access: ['READ', 'UPDATE'] })).status).toBe(200);
  });

  test.each([
    ['an interval of 0', { ...entry, interval: 0 }, 'configs.0.interval: must be at least 1'],
    ['an unknown model', { ...entry, data_model: 'TEAPOT' }, /^configs\.0\.data_model: must be one of ACCOUNT, /],
    ['a child model', { ...entry, data_model: 'ADDRESS' }, /^configs\.0\.data_model: /],
    ['a missing field', { ...entry, enabled: undefined }, 'configs.0.enabled: is required'],
    ['a missing scope_access', { ...entry, scope_access: undefined }, 'configs.0.scope_access: is required'],
    ['a scope that is none', { ...entry, scope_access: { WRITE: true } }, /^configs\.0\.scope_access: must be /],
    [
      'reading switched off',
      { ...entry, scope_access: { READ: false } },
      /^configs\.0\.scope_access\.READ: READ is always on/,
    ],
    ['a date that is none', { ...entry, sync_from: 'soon' }, /^configs\.0\.sync_from: must be an ISO 8601 date/],
    [
      'camelCase',
      { ...entry, dataModel: 'INVOICE' },
      /^configs\.0\.dataModel: is not a known field; allowed fields are /,
    ],
  ])('refuses %s, naming the field as it was sent', async (_what, config, message) => {
    const companyId = await connected('Acme');
    const answer = await set(companyId, config);
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      typeof message === 'string' ? message : expect.stringMatching(message),
    ]);
  });

  test('needs at least one entry, and lists every problem', async () => {
    const companyId = await connected('Acme');
    expect(errorOf(await set(companyId)).message).toBe('configs: must have at least 1 entry');
    const both = errorOf(await set(companyId, { ...entry, interval: 0 }, { ...entry, enabled: 'yes' }));
    expect(both.issues?.map((issue) => issue.path)).toEqual(['configs.0.interval', 'configs.1.enabled']);
    const twice = errorOf(await set(companyId, entry, { ...entry, data_model: 'invoices' }));
    expect(twice.message).toBe('configs.1.data_model: INVOICE is named twice');
    const unread = { ...entry, scope_access: { READ: false } };
    const paths = errorOf(await set(companyId, unread, unread)).issues?.map((issue) => issue.path);
    expect(paths).toEqual(['configs.0.scope_access.READ', 'configs.1.scope_access.READ']);
  });
});

describe('the end of a connection', () => {
  test('disconnecting keeps the company and the shell of the connection', async () => {
    const companyId = await connected('Acme');
    const answer = await tenant.call('PUT', `/core/companies/${companyId}/disconnect`);
    expect([answer.status, answer.body]).toEqual([200, { request_id: answer.headers.get('x-request-id') }]);
    const company = one(await tenant.call('GET', `/core/companies/${companyId}`));
    expect(company.connection).toMatchObject({ status: 'DISCONNECTED', variables: {} });
    expect(company.inviteLinkId).toEqual(expect.any(String));
    const again = await tenant.call('PUT', `/core/companies/${companyId}/disconnect`);
    expect([again.status, errorOf(again).message]).toEqual([400, 'The company has no active connection']);
  });

  test('disconnect and archive are conflicts while a sync runs', async () => {
    const companyId = await connected('Acme');
    await startSync(ctx, { companyId });
    expect(one(await tenant.call('GET', `/core/companies/${companyId}`)).hasActiveSync).toBe(true);
    expect((await tenant.call('PUT', `/core/companies/${companyId}/disconnect`)).status).toBe(409);
    expect((await tenant.call('DELETE', `/core/companies/${companyId}`)).status).toBe(409);
  });

  test('an archived company is found by restoring alone', async () => {
    const companyId = await connected('Acme');
    const { id: syncId } = await startSync(ctx, { companyId });
    await tenant.call('POST', `/core/syncs/${syncId}/cancel`);
    const archived = await tenant.call('DELETE', `/core/companies/${companyId}`);
    expect([archived.status, archived.text]).toEqual([204, '']);
    const gone = ['GET', 'DELETE'].map((method) => tenant.call(method, `/core/companies/${companyId}`));
    expect((await Promise.all(gone)).map((answer) => answer.status)).toEqual([404, 404]);
    expect((await tenant.call('GET', `/core/companies/${companyId}/contacts`)).status).toBe(404);
    expect((await tenant.call('GET', `/core/companies/${companyId}/syncs`)).status).toBe(404);
    expect((await tenant.call('GET', `/core/syncs/${syncId}`)).status).toBe(404);
    expect(listed(await tenant.call('GET', '/core/companies')).count).toBe(0);

    const restored = await tenant.call('POST', `/core/companies/${companyId}/restore`);
    expect(restored.status).toBe(200);
    expect(one(restored)).toMatchObject({ id: companyId, connectionStatus: 'DISCONNECTED' });
    const twice = await tenant.call('POST', `/core/companies/${companyId}/restore`);
    expect([twice.status, errorOf(twice).message]).toEqual([409, 'The company is not archived']);
  });
});
