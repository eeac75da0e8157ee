import { beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../db/testing/database.ts';
import { createApiKey } from '../domain/api-keys/mutations.ts';
import { listAudit } from '../domain/audit/data.ts';
import { companyFieldNames } from '../domain/companies/field-names.ts';
import { restoreCompanies } from '../domain/companies/mutations.ts';
import { getCompanyProfile } from '../domain/companies/profiles.ts';
import { type Caller, type CompanyBody, makeCaller, newCompany } from './connector-v1/testing/connector-api.ts';
import { call as callCore } from './core-v4/testing/core-api.ts';
import { makeTenant, type Tenant } from './jsonapi-v2/testing/json-api.ts';

await createTestDatabase();

let tenant: Tenant;
let connector: Caller;
let key: string;
beforeEach(async () => {
  tenant = await makeTenant();
  connector = await makeCaller(tenant.ctx);
  ({ key } = await createApiKey(tenant.ctx, { name: 'Core' }));
});

interface Resource {
  id: string;
  attributes: Record<string, unknown> & { contact: Record<string, Record<string, unknown>[]> };
}

const core = async (method: string, path: string, body?: unknown) => {
  const answer = await callCore(method, `/core/companies${path}`, { key, body });
  expect([answer.status < 300, answer.text]).toEqual([true, expect.any(String)]);
  return (answer.body as { data?: { company: Record<string, unknown> } } | undefined)?.data?.company;
};

const jsonApi = async (method: string, path: string, attributes?: Record<string, unknown>): Promise<Resource> => {
  const body = attributes && { data: { type: 'companies', attributes } };
  const answer = await tenant.call(method, `/companies${path}`, { body });
  expect([answer.status < 300, answer.text]).toEqual([true, expect.any(String)]);
  return (answer.body as { data: Resource }).data;
};

const changed = async (operation: string, body: Record<string, unknown>): Promise<CompanyBody> => {
  const [company] = await connector.companies(operation, body);
  if (!company) throw new Error('nothing came back');
  return company;
};

const onConnector = (uuid: string) => changed('getAll', { Ids: [uuid], Limitation: { Count: 1 } });

/** A company made in the Connector API, with its number in the others. */
async function made(given: Record<string, unknown> = {}): Promise<{ uuid: string; id: number }> {
  const { Id } = await changed('add', { ...newCompany, ...given });
  return { uuid: Id, id: (await getCompanyProfile(tenant.ctx, { uuid: Id })).id };
}

describe('the term of payment', () => {
  test('keeps its hours while another dialect changes something else, and follows its days', async () => {
    const { uuid, id } = await made({ InvoiceDueInterval: 'P2DT23H' });
    const renamed = await jsonApi('PATCH', `/${id}`, { name: 'Harbour Lane' });
    expect([renamed.attributes.name, renamed.attributes.due_days]).toEqual(['Harbour Lane', 2]);
    expect((await onConnector(uuid)).InvoiceDueInterval).toBe('P2DT23H');
    await core('PATCH', `/${id}`, { name: 'Lane' });
    await jsonApi('PATCH', `/${id}`, { due_days: 2 });
    expect(await onConnector(uuid)).toMatchObject({ Name: 'Lane', InvoiceDueInterval: 'P2DT23H' });
    await jsonApi('PATCH', `/${id}`, { due_days: 15 });
    expect((await onConnector(uuid)).InvoiceDueInterval).toBe('P15D');
    await jsonApi('PATCH', `/${id}`, { due_days: null });
    expect((await onConnector(uuid)).InvoiceDueInterval).toBeNull();
  });
});

describe('contact data', () => {
  test('that the Connector API shows are the first of each kind, and the others stay', async () => {
    const { id } = await jsonApi('POST', '', {
      name: 'Harbour & Lane',
      contact: {
        phones: [
          { name: 'Desk', phone: '111' },
          { name: 'Home', phone: '222' },
        ],
        emails: [{ email: 'a@example.com' }],
        websites: [{ website: 'https://example.com' }],
        addresses: [{ billing_address: 'Lane 1', city: 'Bonn', country: 'DE' }],
      },
    });
    const { uuid } = await getCompanyProfile(tenant.ctx, { companyId: Number(id) });
    const shown = await onConnector(uuid);
    expect(shown).toMatchObject({
      Telephone: '111',
      InvoicingEmail: 'a@example.com',
      WebsiteUrl: 'https://example.com',
      AddressId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const before = await jsonApi('GET', `/${id}`);
    await changed('update', { CompanyId: uuid, Telephone: { Value: '333' }, Address: { Line1: 'Quay 2' } });
    const after = await jsonApi('GET', `/${id}`);
    const numbers = ({ attributes: { contact } }: Resource) =>
      Object.values(contact).map((entries) => entries.map((entry) => entry.contact_datum_id));
    expect(numbers(after)).toEqual(numbers(before));
    expect(after.attributes.contact.phones).toMatchObject([
      { name: 'Desk', phone: '333' },
      { name: 'Home', phone: '222' },
    ]);
    expect(after.attributes.contact.addresses).toMatchObject([{ billing_address: 'Quay 2', city: null }]);
    expect((await onConnector(uuid)).AddressId).toBe(shown.AddressId);
  });
});

describe('a company', () => {
  test('made in one dialect is found in the others, with a chain and a number from birth', async () => {
    const { uuid, id } = await made({ TaxIdentifier: 'DE1', ExternalIdentifier: 'e-1' });
    expect(await core('GET', `/${id}`)).toMatchObject({ companyId: id, companyName: newCompany.Name });
    expect((await jsonApi('GET', `/${id}`)).attributes).toMatchObject({
      vat: 'DE1',
      external_id: 'e-1',
      settings: null,
    });
    const other = await jsonApi('POST', '', { name: 'Mossbank', vat: 'DE2', description: 'kept' });
    const { uuid: otherUuid } = await getCompanyProfile(tenant.ctx, { companyId: Number(other.id) });
    const [first, second] = [await onConnector(uuid), await onConnector(otherUuid)];
    expect(second).toMatchObject({ Name: 'Mossbank', TaxIdentifier: 'DE2', Number: first.Number + 1 });
    expect(second.ChainId).toBe(first.ChainId);
    await changed('update', { CompanyId: otherUuid, TaxIdentifier: { Value: 'DE3' }, Notes: { Value: 'n' } });
    expect((await jsonApi('GET', `/${other.id}`)).attributes).toMatchObject({ vat: 'DE3', description: 'kept' });
  });

  test('is archived and restored from anywhere, and each time the audit log says from where', async () => {
    const { uuid, id } = await made();
    const isLive = async () => [
      (await onConnector(uuid)).IsActive,
      (await jsonApi('GET', `/${id}`)).attributes.archived_at === null,
      (await callCore('GET', `/core/companies/${id}`, { key })).status === 200,
    ];
    const [no, yes] = [
      [false, false, false],
      [true, true, true],
    ];
    await connector.call('delete', { CompanyIds: [uuid] });
    expect(await isLive()).toEqual(no);
    await jsonApi('PATCH', `/${id}/restore`);
    expect(await isLive()).toEqual(yes);
    await core('DELETE', `/${id}`);
    expect(await isLive()).toEqual(no);
    await core('POST', `/${id}/restore`);
    await jsonApi('PATCH', `/${id}/archive`);
    expect(await isLive()).toEqual(no);
    await restoreCompanies(tenant.ctx, { companyIds: [id] });
    expect(await isLive()).toEqual(yes);
    const told = await listAudit(tenant.ctx, { companyId: id, limit: 10 });
    expect(told.map(({ action, door }) => `${action} ${door}`)).toEqual([
      `company.restored ${tenant.ctx.door}`,
      'company.archived jsonapi-v2',
      'company.restored core-v4',
      'company.archived core-v4',
      'company.restored jsonapi-v2',
      'company.archived connector-v1',
      'company.created connector-v1',
    ]);
  });
});

test('every dialect has the fields that the one table of names says, and the Connector API no other', async () => {
  const { uuid, id } = await made();
  const shown = await onConnector(uuid);
  const resource = await jsonApi('GET', `/${id}`);
  const names = Object.values(companyFieldNames);
  const firstWord = (name: string) => name.split('.')[0] ?? name;
  const told = new Set(names.flatMap((field) => (field.connector ? [firstWord(field.connector)] : [])));
  // Of the address only its id is shown; the other two are second names.
  const untold = ['Id', 'AddressId', 'ElectronicInvoiceIdentifier', 'ContacPerson'];
  expect(new Set([...Object.keys(shown), 'Address'])).toEqual(new Set([...told, ...untold]));
  const attributes = new Set(names.flatMap((field) => field.jsonapi ?? []));
  attributes.delete('subscribers');
  expect(new Set(Object.keys(resource.attributes))).toEqual(attributes);
});
