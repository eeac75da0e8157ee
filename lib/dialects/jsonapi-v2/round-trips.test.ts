import { beforeEach, expect, it } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { createApiKey } from '../../domain/api-keys/mutations.ts';
import { listAudit } from '../../domain/audit/data.ts';
import { call as callCore } from '../core-v4/testing/core-api.ts';
import { companyOf, makeTenant, resourceOf, type Tenant } from './testing/json-api.ts';

await createTestDatabase();

let tenant: Tenant;
let key: string;
beforeEach(async () => {
  tenant = await makeTenant();
  ({ key } = await createApiKey(tenant.ctx, { name: 'Core' }));
});

const core = (method: string, path: string, body?: unknown) => callCore(method, `/core${path}`, { key, body });
const nameInCore = async (id: string) => {
  const { status, body } = await core('GET', `/companies/${id}`);
  return status === 200 ? (body as { data: { company: { companyName: string } } }).data.company.companyName : status;
};
const read = async (id: string) => resourceOf(await tenant.call('GET', `/companies/${id}`)).attributes;
const change = (id: string, attributes: Record<string, unknown>) =>
  tenant.call('PATCH', `/companies/${id}`, { body: companyOf(attributes) });

it('a company made here is read, renamed, archived and restored through the Core API', async () => {
  const { id, attributes } = resourceOf(
    await tenant.call('POST', '/companies', { body: companyOf({ name: 'Finch' }) }),
  );
  expect(await core('GET', `/companies/${id}`)).toMatchObject({
    body: { data: { company: { companyName: 'Finch', inviteLinkId: null, connection: null } } },
  });
  await core('PATCH', `/companies/${id}`, { name: 'Finch & Co' });
  const renamed = await read(id);
  expect(renamed.name).toBe('Finch & Co');
  expect(Date.parse(renamed.last_activity_at)).toBeGreaterThan(Date.parse(attributes.last_activity_at));
  await core('DELETE', `/companies/${id}`);
  expect((await read(id)).archived_at).not.toBeNull();
  await core('POST', `/companies/${id}/restore`);
  expect((await read(id)).archived_at).toBeNull();
});

it('one made through the Core API is read, renamed, archived and restored here', async () => {
  const made = await core('POST', '/invite-links', { companyName: 'Wren', integrationCategory: 'ACCOUNTING' });
  const [company] = await sqlClient()<{ id: string }[]>`
    select id from companies where organisation_id = ${tenant.organisationId}`;
  const id = company?.id ?? '';
  expect([made.status, await read(id)]).toMatchObject([201, { name: 'Wren', company_code: 'WREN', settings: null }]);
  await change(id, { name: 'Wren & Co' });
  expect(await nameInCore(id)).toBe('Wren & Co');
  await tenant.call('PATCH', `/companies/${id}/archive`);
  expect(await nameInCore(id)).toBe(404);
  await tenant.call('PATCH', `/companies/${id}/restore`);
  expect(await nameInCore(id)).toBe('Wren & Co');
});

it('each change leaves an audit row that says through which dialect and token it came', async () => {
  const { id } = resourceOf(await tenant.call('POST', '/companies', { body: companyOf({ name: 'Finch' }) }));
  await change(id, { vat: 'DE1' });
  await tenant.call('PATCH', `/companies/${id}/archive`);
  await tenant.call('PATCH', `/companies/${id}/restore`);
  const rows = await listAudit(tenant.ctx, { companyId: Number(id), limit: 9 });
  expect(rows.map(({ action }) => action)).toEqual([
    'company.restored',
    'company.archived',
    'company.changed',
    'company.created',
  ]);
  for (const row of rows)
    expect(row).toMatchObject({ door: 'jsonapi-v2', actorType: 'access-token', actorLabel: 'Writes' });
});
