import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { makeCompany, makeConnection } from '../../../../db/testing/factories.ts';
import { resetEnv } from '../../../env.ts';
import { type Answered, errorOf, makeTenant, type Tenant } from '../testing/core-api.ts';

await createTestDatabase();
process.env.SANDBOX_URL = 'http://127.0.0.1:9';
process.env.DEMO = '1';
resetEnv();

let tenant: Tenant;
beforeEach(async () => {
  tenant = await makeTenant();
});

interface Wire {
  id: number;
  inviteLinkId: string;
  companyId: number;
  [key: string]: unknown;
}
const link = ({ body }: Answered) => (body as { data: { inviteLink: Wire } }).data.inviteLink;
const listed = ({ body }: Answered) =>
  (body as { data: { inviteLinks: Wire[]; count: number; next: string | null } }).data;
const create = (body: unknown) => tenant.call('POST', '/core/invite-links', { body });
const withCategory = (companyName: string) => create({ companyName, integrationCategory: 'accounting' });

describe('POST /core/invite-links', () => {
  test('makes link and company, and answers with the whole object', async () => {
    const answer = await create({ integration: 'sandbox', companyName: 'Acme Corp', syncFrom: '2026-01-01' });
    expect(answer.status).toBe(201);
    const made = link(answer);
    expect(Object.keys(made).slice(0, 3)).toEqual(['id', 'inviteLinkId', 'companyId']);
    expect(made).toEqual({
      id: made.companyId,
      inviteLinkId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      companyId: expect.any(Number),
      integration: 'SANDBOX',
      integrationCategory: 'ACCOUNTING',
      syncFrom: '2026-01-01T00:00:00.000Z',
      createdAt: expect.any(String),
      expiresAt: null,
      status: 'PENDING',
      url: expect.stringContaining(`/connect/${made.inviteLinkId}`),
    });
    const company = await tenant.call('GET', `/core/companies/${made.companyId}`);
    expect(company.body).toMatchObject({
      data: { company: { companyName: 'Acme Corp', inviteLinkId: made.inviteLinkId, connection: null } },
    });
  });

  test('a category alone leaves the platform to the customer', async () => {
    expect(link(await withCategory('Acme'))).toMatchObject({ integration: null, integrationCategory: 'ACCOUNTING' });
  });

  test('makes a link for a company that has none, and is a conflict for one that has', async () => {
    const { companyId } = await makeCompany(tenant.ctx, { name: 'Made elsewhere' });
    const again = () => create({ companyId, integrationCategory: 'ACCOUNTING' });
    expect(link(await again())).toMatchObject({ id: companyId, companyId });
    expect((await again()).status).toBe(409);
    const theirs = await makeTenant('Elsewhere');
    const { companyId: foreign } = await makeCompany(theirs.ctx, { name: 'Theirs' });
    expect((await create({ companyId: foreign, integrationCategory: 'ACCOUNTING' })).status).toBe(404);
  });

  test('is done once for an Idempotency-Key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const body = { companyName: 'Once', integrationCategory: 'ACCOUNTING' };
    const [first, again] = [
      await tenant.call('POST', '/core/invite-links', { body, headers }),
      await tenant.call('POST', '/core/invite-links', { body, headers }),
    ];
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(listed(await tenant.call('GET', '/core/invite-links')).count).toBe(1);
  });

  test('takes a sync config in either spelling', async () => {
    const syncConfig = [
      { data_model: 'INVOICE', enabled: false, scope_access: { READ: true } },
      { dataModel: 'contacts', frequency: 'daily', interval: 2 },
    ];
    const made = link(await create({ companyName: 'Acme', integration: 'SANDBOX', syncConfig }));
    const [row] = await sqlClient()`select sync_config from invite_links where id = ${made.inviteLinkId}`;
    expect(row?.sync_config).toMatchObject([
      { dataModel: 'INVOICE', enabled: false, scopeAccess: ['READ'] },
      { dataModel: 'CONTACT', frequency: 'DAILY', interval: 2 },
    ]);
  });

  test.each([
    [{}, ['companyName', 'integration'], 'companyName: is required'],
    [{ companyName: 'A' }, ['integration'], 'integration: is required, or integrationCategory'],
    [{ companyName: '', integrationCategory: 'ACCOUNTING' }, ['companyName'], 'companyName: must not be empty'],
    [{ companyName: 'A', companyId: 1, integrationCategory: 'ACCOUNTING' }, ['companyId'], /goes without companyName/],
    [{ companyName: 'A', integration: 'SAGE' }, ['integration'], /^integration: must be one of NETSUITE, /],
    [{ companyName: 'A', integration: 'WAFEQ' }, ['integration'], /not available in this installation/],
    [{ companyName: 'A', integration: 'SANDBOX', integrationCategory: 'PAYMENTS' }, ['integrationCategory'], /fit/],
    [{ companyName: 'A', integrationCategory: 'ACCOUNTING', expiresAt: '2020-01-01' }, ['expiresAt'], /future/],
    [{ companyName: 'A', integrationCategory: 'ACCOUNTING', syncFrom: 5 }, ['syncFrom'], /must be an ISO 8601 date/],
    [{ companyName: 'A', integrationCategory: 'ACCOUNTING', redirectUrl: 'javascript:1' }, ['redirectUrl'], /http/],
    [
      { companyName: 'A', integrationCategory: 'ACCOUNTING', colour: 1 },
      ['colour'],
      /allowed fields are integration, /,
    ],
    [
      { companyName: 'A', integrationCategory: 'ACCOUNTING', syncConfig: [{ data_model: 'X' }] },
      ['syncConfig.0.data_model'],
      /must be one of ACCOUNT, /,
    ],
    [
      { companyName: 'A', integration: 'TRYTON', syncConfig: [{ data_model: 'CONTACT' }, { dataModel: 'EXPENSE' }] },
      ['syncConfig.1.data_model'],
      /Tryton has no EXPENSE; it has /,
    ],
    [
      { companyName: 'A', integrationCategory: 'ACCOUNTING', syncConfig: [{ data_model: 'ADDRESS', enabled: false }] },
      ['syncConfig.0.data_model'],
      /ADDRESS follows the model it belongs to/,
    ],
    [
      {
        companyName: 'A',
        integrationCategory: 'ACCOUNTING',
        syncConfig: [{ data_model: 'CONTACT', category: 'payments' }],
      },
      ['syncConfig.0.category'],
      /this link is for ACCOUNTING/,
    ],
    [
      { companyName: 'A', integration: 'SANDBOX', syncConfig: [{ data_model: 'INVOICE' }, { dataModel: 'invoices' }] },
      ['syncConfig.1.data_model'],
      /INVOICE is named twice/,
    ],
    [
      { companyName: 'A', integration: 'SANDBOX', syncConfig: [{ data_model: 'INVOICE', dataModel: 'CONTACT' }] },
      ['syncConfig.0.dataModel'],
      /is not a known field; allowed fields are data_model, /,
    ],
  ])('refuses %j and makes no company', async (body, paths, message) => {
    const answer = await create(body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).issues?.map((issue) => issue.path)).toEqual(paths);
    expect(errorOf(answer).message).toMatch(message);
    const companies = await tenant.call('GET', '/core/companies');
    expect(companies.body).toMatchObject({ data: { count: 0 } });
  });
});

describe('GET /core/invite-links', () => {
  test('pages through them, newest first', async () => {
    const made = [];
    for (const name of ['One', 'Two', 'Three']) made.unshift(link(await withCategory(name)).inviteLinkId);
    const first = listed(await tenant.call('GET', '/core/invite-links?limit=2'));
    const second = listed(await tenant.call('GET', `/core/invite-links?limit=2&cursor=${first.next}`));
    expect([...first.inviteLinks, ...second.inviteLinks].map((one) => one.inviteLinkId)).toEqual(made);
    expect([first.count, second.count, second.next]).toEqual([3, 3, null]);
  });

  test('filters by status', async () => {
    const pending = link(await withCategory('Pending'));
    const revoked = link(await withCategory('Revoked'));
    const expired = link(await withCategory('Expired'));
    await tenant.call('DELETE', `/core/invite-links/${revoked.inviteLinkId}`);
    await sqlClient()`update invite_links set expires_at = '2020-01-01' where id = ${expired.inviteLinkId}`;
    const ids = async (status: string) =>
      listed(await tenant.call('GET', `/core/invite-links?status=${status}`)).inviteLinks.map((one) => one.id);
    expect(await ids('pending')).toEqual([pending.id]);
    expect(await ids('REVOKED')).toEqual([revoked.id]);
    expect(await ids('EXPIRED')).toEqual([expired.id]);
    expect(await ids('CONNECTED')).toEqual([]);
  });

  test.each([
    'abc',
    'eyJhIjoxfQ',
    Buffer.from('{"createdAt":"x","id":"y"}').toString('base64url'),
    Buffer.from(`{"createdAt":"0000-01-01T00:00:00Z","id":"${randomUUID()}"}`).toString('base64url'),
  ])('%s is no cursor of it', async (cursor) => {
    const answer = await tenant.call('GET', `/core/invite-links?cursor=${cursor}`);
    expect([answer.status, errorOf(answer).message]).toEqual([400, 'cursor: is not a cursor of this list']);
  });
});

describe('one invite link', () => {
  test('shows how the models are synced once its company is connected', async () => {
    const made = link(await withCategory('Acme'));
    const get = async () => link(await tenant.call('GET', `/core/invite-links/${made.inviteLinkId}`));
    expect(await get()).toEqual({ ...made, dataModelConfigs: [] });
    await makeConnection(tenant.ctx, { companyId: made.companyId });
    expect((await get()).dataModelConfigs).toContainEqual(
      expect.objectContaining({ dataModel: 'CONTACT', enabled: true, isChild: false }),
    );
  });

  test('is changed field by field', async () => {
    const made = link(await withCategory('Acme'));
    const patch = (body: unknown) => tenant.call('PATCH', `/core/invite-links/${made.inviteLinkId}`, { body });
    const changed = await patch({ companyName: 'Acme Ltd', syncFrom: '2026-03-01T00:00:00Z', expiresAt: '2100-01-01' });
    expect([changed.status, link(changed)]).toEqual([
      200,
      {
        ...made,
        syncFrom: '2026-03-01T00:00:00.000Z',
        expiresAt: '2100-01-01T00:00:00.000Z',
        dataModelConfigs: [],
      },
    ]);
    expect(link(await patch({ expiresAt: null }))).toMatchObject({ expiresAt: null, syncFrom: expect.any(String) });
    const company = await tenant.call('GET', `/core/companies/${made.companyId}`);
    expect(company.body).toMatchObject({ data: { company: { companyName: 'Acme Ltd' } } });
    expect(errorOf(await patch({})).message).toMatch(/^Say at least one of companyName, /);
    expect(errorOf(await patch({ status: 'REVOKED' })).message).toMatch(/^status: is not a known field; allowed/);
  });

  test('says how models are to be synced one by one, before and after its company connects', async () => {
    const made = link(
      await create({
        companyName: 'Acme',
        integration: 'SANDBOX',
        syncConfig: [{ data_model: 'INVOICE', interval: 3 }],
      }),
    );
    const patch = (...syncConfig: unknown[]) =>
      tenant.call('PATCH', `/core/invite-links/${made.inviteLinkId}`, { body: { syncConfig } });
    await patch({ data_model: 'CONTACT', enabled: false });
    await patch({ data_model: 'INVOICE', frequency: 'DAILY' });
    const [row] = await sqlClient()`select sync_config from invite_links where id = ${made.inviteLinkId}`;
    expect(row?.sync_config).toEqual([
      { dataModel: 'INVOICE', interval: 3, frequency: 'DAILY' },
      { dataModel: 'CONTACT', enabled: false },
    ]);
    await makeConnection(tenant.ctx, { companyId: made.companyId }, { requested: row?.sync_config });
    const changed = link(
      await patch({ data_model: 'INVOICE', interval: 5 }, { data_model: 'contacts', enabled: true }),
    );
    expect(changed.dataModelConfigs).toContainEqual(
      expect.objectContaining({ dataModel: 'INVOICE', frequency: 'DAILY', interval: 5 }),
    );
    expect(changed.dataModelConfigs).toContainEqual(expect.objectContaining({ dataModel: 'CONTACT', enabled: true }));
    const wrong = await patch({ data_model: 'ADDRESS' });
    expect([wrong.status, errorOf(wrong).message]).toEqual([
      400,
      expect.stringMatching(/^syncConfig\.0\.data_model: /),
    ]);
  });

  test('for a company that is connected is CONNECTED from the start, and sets its models', async () => {
    const { companyId } = await makeCompany(tenant.ctx, { name: 'Made elsewhere' });
    await makeConnection(tenant.ctx, { companyId });
    const syncConfig = [{ data_model: 'INVOICE', enabled: false }];
    const made = link(await create({ companyId, integration: 'SANDBOX', syncConfig }));
    expect(made.status).toBe('CONNECTED');
    const shown = link(await tenant.call('GET', `/core/invite-links/${made.inviteLinkId}`));
    expect(shown.dataModelConfigs).toContainEqual(expect.objectContaining({ dataModel: 'INVOICE', enabled: false }));
    await tenant.call('PUT', `/core/companies/${companyId}/disconnect`);
    expect(link(await tenant.call('GET', `/core/invite-links/${made.inviteLinkId}`)).status).toBe('PENDING');
  });

  test('of an archived company is revoked, and can be for good', async () => {
    const [one, two] = [link(await withCategory('One')), link(await withCategory('Two'))];
    for (const { companyId } of [one, two]) await tenant.call('DELETE', `/core/companies/${companyId}`);
    const path = `/core/invite-links/${one.inviteLinkId}`;
    expect(link(await tenant.call('GET', path)).status).toBe('REVOKED');
    expect((await tenant.call('PATCH', path, { body: { companyName: 'Late' } })).status).toBe(409);
    expect((await tenant.call('DELETE', path)).status).toBe(204);
    const restored = async ({ companyId, inviteLinkId }: Wire) => {
      await tenant.call('POST', `/core/companies/${companyId}/restore`);
      return link(await tenant.call('GET', `/core/invite-links/${inviteLinkId}`)).status;
    };
    expect([await restored(one), await restored(two)]).toEqual(['REVOKED', 'PENDING']);
  });

  test('is revoked by its uuid or its numeric id, and revoking again changes nothing', async () => {
    const [one, two] = [link(await withCategory('One')), link(await withCategory('Two'))];
    for (const name of [one.inviteLinkId, String(two.id), String(two.id)]) {
      const answer = await tenant.call('DELETE', `/core/invite-links/${name}`);
      expect([answer.status, answer.text]).toEqual([204, '']);
    }
    for (const { inviteLinkId } of [one, two]) {
      expect(link(await tenant.call('GET', `/core/invite-links/${inviteLinkId}`))).toMatchObject({ status: 'REVOKED' });
    }
  });

  test.each(['7', 'abc'])('GET %s is no uuid', async (id) => {
    const answer = await tenant.call('GET', `/core/invite-links/${id}`);
    expect([answer.status, errorOf(answer).message]).toEqual([400, 'invite_link_id: must be a uuid']);
  });

  test('an unknown one is not found', async () => {
    for (const id of [randomUUID(), '11111111-1111-1111-1111-111111111111']) {
      expect((await tenant.call('GET', `/core/invite-links/${id}`)).status).toBe(404);
      expect((await tenant.call('DELETE', `/core/invite-links/${id}`)).status).toBe(404);
    }
    expect((await tenant.call('DELETE', '/core/invite-links/999999')).status).toBe(404);
    const wrong = await tenant.call('DELETE', '/core/invite-links/abc');
    expect(errorOf(wrong).message).toBe('invite_link_id: must be a uuid or a positive whole number');
  });
});

test('a link whose maker was told nothing because the process died is told of by a repeat, and made once', async () => {
  const tenant = await makeTenant();
  const body = { companyName: 'Once Ltd', integrationCategory: 'ACCOUNTING' };
  const ask = () => tenant.call('POST', '/core/invite-links', { body, headers: { 'idempotency-key': 'lost' } });
  const first = await ask();
  await sqlClient()`update idempotency_keys set status = null, body = null where key = 'lost'`;
  const again = await ask();
  expect([again.status, again.headers.get('idempotent-replayed'), again.text]).toEqual([201, 'true', first.text]);
  const [links] = await sqlClient()`
    select count(*)::int as made from invite_links where organisation_id = ${tenant.organisationId}`;
  expect(links?.made).toBe(1);
});
