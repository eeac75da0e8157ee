import { createTestDatabase } from '../../../db/testing/database.ts';
import { jsonApiV2 } from '../../dialects/jsonapi-v2/dialect.ts';
import { jsonApiV2Routes } from '../../dialects/jsonapi-v2/routes.ts';
import { companyOf, makeTenant, resourceOf, resourcesOf } from '../../dialects/jsonapi-v2/testing/json-api.ts';
import { archiveCompany } from '../../domain/companies/mutations.ts';
import { conformanceSuite } from '../testing/conformance.ts';
import { newContact } from '../testing/conformance-platform.ts';
import { serveOwnApi } from '../testing/own-api.ts';
import { createProductiveConnector } from './connector.ts';

await createTestDatabase();
const api = await serveOwnApi(jsonApiV2, jsonApiV2Routes);

const pageSize = 7;
conformanceSuite('PRODUCTIVE, by this system’s own JSON:API,', async () => {
  const [tenant, empty] = [await makeTenant('Books'), await makeTenant('Empty')];
  const signIn = (of: typeof tenant) => ({
    token: of.token,
    organizationId: String(of.organisationId),
    address: api.url,
  });
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
    failures: api.failures,
    writing: {
      request: async (marker) =>
        newContact(
          { name: `Made ${marker}`, email: 'post@made.example', status: 'archived', tax_number: 'DE1' },
          marker,
        ),
      refused: async (marker) => newContact({ name: 'Refused', currency_id: 'XXXX' }, marker),
      count: async ({ marker }) => {
        const page = await tenant.call('GET', '/companies?page[size]=200&sort=-created_at');
        return resourcesOf(page).filter(({ attributes }) => attributes.external_id === marker).length;
      },
    },
  };
});
