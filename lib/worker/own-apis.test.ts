import { expect, test } from 'vitest';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../db/testing/factories.ts';
import { connectorFor } from '../connectors/registry.ts';
import { serveOwnApi } from '../connectors/testing/own-api.ts';
import type { Credentials } from '../connectors/types.ts';
import { connectorV1 } from '../dialects/connector-v1/dialect.ts';
import { connectorV1Routes } from '../dialects/connector-v1/routes.ts';
import { makeTenant as makeHotels, newCompany } from '../dialects/connector-v1/testing/connector-api.ts';
import { jsonApiV2 } from '../dialects/jsonapi-v2/dialect.ts';
import { jsonApiV2Routes } from '../dialects/jsonapi-v2/routes.ts';
import { companyOf, makeTenant as makeAgency, resourceOf } from '../dialects/jsonapi-v2/testing/json-api.ts';
import { listRecords } from '../domain/records/data.ts';
import { startSync } from '../domain/syncs/mutations.ts';
import { runSync } from './run-sync.ts';

await createTestDatabase();
const jsonApi = await serveOwnApi(jsonApiV2, jsonApiV2Routes);
const connectorApi = await serveOwnApi(connectorV1, connectorV1Routes);

/** A company of an organisation of its own that is connected to another organisation of this system. */
async function connected(integration: 'PRODUCTIVE' | 'MEWS', typed: Credentials) {
  const connector = await connectorFor(integration);
  const checked = await connector?.connect(typed);
  const { ctx } = await makeOrganisation({ name: 'Reader' });
  const { companyId } = await makeCompany(ctx, { integration });
  const { credentials, entityId } = checked ?? { credentials: {}, entityId: null };
  await makeConnection(ctx, { companyId }, { integration, credentials: { ...credentials }, entityId });
  return {
    entityName: checked?.entityName,
    /** Syncs, and gives the contacts by name with what a test looks at. */
    contacts: async (options: { fullSync?: boolean } = {}) => {
      const { id } = await startSync(ctx, { companyId, ...options });
      expect(await runSync({ syncId: id })).toEqual({ outcome: 'ended', status: 'SUCCESS' });
      const expand = ['addresses', 'phone_numbers', 'external_links'];
      const { records } = await listRecords(ctx, { companyId, model: 'CONTACT', expand });
      return records;
    },
  };
}

const named = (records: Awaited<ReturnType<Awaited<ReturnType<typeof connected>>['contacts']>>) =>
  records.map(({ fields }) => [fields.name, fields.status]).sort();

test('companies that are made, changed and archived behind a JSON:API arrive as contacts', async () => {
  const agency = await makeAgency('Agency');
  const reader = await connected('PRODUCTIVE', {
    token: agency.token,
    organizationId: String(agency.organisationId),
    address: jsonApi.url,
  });
  const contact = {
    phones: [{ name: 'Desk', phone: '+49 30 1234' }],
    emails: [{ name: 'Post', email: 'post@harbour.example' }],
    websites: [{ name: 'Site', website: 'https://harbour.example' }],
    addresses: [{ name: 'Main', billing_address: 'Kai 1', city: 'Kiel', zipcode: '24103', country: 'DE' }],
  };
  const attributes = { name: 'Harbour & Lane', vat: 'DE811', default_currency: 'EUR', contact };
  const made = resourceOf(await agency.call('POST', '/companies', { body: companyOf(attributes) }));
  const [record] = await reader.contacts();
  expect(record?.fields).toMatchObject({
    name: 'Harbour & Lane',
    tax_number: 'DE811',
    currency_id: 'EUR',
    status: 'active',
  });
  const told = JSON.stringify(record);
  for (const one of ['+49 30 1234', 'post@harbour.example', 'https://harbour.example', 'Kai 1', '24103'])
    expect(told).toContain(one);
  await agency.call('PATCH', `/companies/${made.id}`, { body: companyOf({ name: 'Harbour GmbH' }) });
  await agency.call('POST', '/companies', { body: companyOf({ name: 'Second' }) });
  expect(named(await reader.contacts())).toEqual([
    ['Harbour GmbH', 'active'],
    ['Second', 'active'],
  ]);
  await agency.call('PATCH', `/companies/${made.id}/archive`);
  expect(named(await reader.contacts())).toEqual([
    ['Harbour GmbH', 'archived'],
    ['Second', 'active'],
  ]);
  await agency.call('DELETE', `/companies/${made.id}`);
  expect(named(await reader.contacts({ fullSync: true }))).toEqual([['Second', 'active']]);
});

test('companies that are added, updated and deleted behind a Connector API arrive as contacts', async () => {
  const { caller } = await makeHotels('Hotels');
  const fields = { TaxIdentifier: 'DE811', Telephone: '111-222', InvoicingEmail: 'post@hotel.example' };
  const [made] = await caller.companies('add', { ...newCompany, ...fields, WebsiteUrl: 'https://hotel.example' });
  const reader = await connected('MEWS', {
    clientToken: caller.tokens.ClientToken,
    accessToken: caller.tokens.AccessToken,
    address: connectorApi.url,
  });
  expect(reader.entityName).toBe(`Chain ${caller.chainIds[0]}`);
  const [record] = await reader.contacts();
  expect(record?.fields).toMatchObject({ name: 'Harbour & Lane', tax_number: 'DE811', status: 'active' });
  for (const one of ['111-222', 'post@hotel.example', 'https://hotel.example'])
    expect(JSON.stringify(record)).toContain(one);
  await caller.companies('update', { CompanyId: made?.Id, Name: { Value: 'Harbour Hotel' } });
  await caller.companies('add', { ...newCompany, Name: 'Second' });
  expect(named(await reader.contacts())).toEqual([
    ['Harbour Hotel', 'active'],
    ['Second', 'active'],
  ]);
  await caller.call('delete', { CompanyIds: [made?.Id] });
  expect(named(await reader.contacts())).toEqual([
    ['Harbour Hotel', 'archived'],
    ['Second', 'active'],
  ]);
});
