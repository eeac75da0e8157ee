import { createTestDatabase } from '../../../db/testing/database.ts';
import { jsonApiV2 } from '../../dialects/jsonapi-v2/dialect.ts';
import { jsonApiV2Routes } from '../../dialects/jsonapi-v2/routes.ts';
import { companyOf, makeTenant, resourceOf, resourcesOf } from '../../dialects/jsonapi-v2/testing/json-api.ts';
import { archiveCompany } from '../../domain/companies/mutations.ts';
import { conformanceSuite } from '../testing/conformance.ts';
import { serveOwnApi } from '../testing/own-api.ts';
import type { WriteRequest } from '../types.ts';
import { createProductiveConnector } from './connector.ts';

await createTestDatabase();
const api = await serveOwnApi(jsonApiV2, jsonApiV2Routes);

const pageSize = 7;
const contact = (fields: WriteRequest<'CONTACT'>['fields'], marker: string): WriteRequest<'CONTACT'> => ({
  model: 'CONTACT',
  operation: 'create',
  platformId: null,
  fields,
  rawData: {},
  marker,
});

conformanceSuite('PRODUCTIVE, by this system’s own JSON:API,', async () => {
  const [tenant, empty] = [await makeTenant('Books'), await makeTenant('Empty')];
  const signIn = (of: typeof tenant) => ({
    token: of.token,
    organizationId: String(of.organisationId),
    address: api.url,
  });
  const fail = (status: number) => async () => api.failWith(status);
  return {
    connector: createProductiveConnector({ pageSize }),
    pageSize,
    credentials: signIn(tenant),
    entityId: String(tenant.organisationId),
    makeContacts: async (names) => {
      const ids: string[] = [];
      for (const name of names)
        ids.push(resourceOf(await tenant.call('POST', '/companies', { body: companyOf({ name }) })).id);
      return ids;
    },
    renameContact: (id, name) => tenant.call('PATCH', `/companies/${id}`, { body: companyOf({ name }) }),
    deleteContact: async (id) => {
      await archiveCompany(tenant.ctx, { companyId: Number(id) });
      await tenant.call('DELETE', `/companies/${id}`);
    },
    empty: async () => signIn(empty),
    invoices: null,
    failures: {
      credentials: fail(401),
      permission: fail(403),
      'rate-limit': fail(429),
      'platform-down': fail(503),
      'bad-request': fail(400),
      unknown: fail(418),
    },
    writing: {
      request: async (marker) =>
        contact({ name: `Made ${marker}`, email: 'post@made.example', status: 'archived', tax_number: 'DE1' }, marker),
      refused: async (marker) => contact({ name: 'Refused', currency_id: 'XXXX' }, marker),
      count: async ({ marker }) => {
        const page = await tenant.call('GET', '/companies?page[size]=200&sort=-created_at');
        return resourcesOf(page).filter(({ attributes }) => attributes.external_id === marker).length;
      },
    },
  };
});
