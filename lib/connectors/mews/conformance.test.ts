import { expect } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { connectorV1 } from '../../dialects/connector-v1/dialect.ts';
import { connectorV1Routes } from '../../dialects/connector-v1/routes.ts';
import { type Caller, makeTenant, newCompany } from '../../dialects/connector-v1/testing/connector-api.ts';
import { conformanceSuite } from '../testing/conformance.ts';
import { newContact } from '../testing/conformance-platform.ts';
import { serveOwnApi } from '../testing/own-api.ts';
import { createMewsConnector } from './connector.ts';

await createTestDatabase();
const api = await serveOwnApi(connectorV1, connectorV1Routes);

const pageSize = 7;
conformanceSuite('MEWS, by this system’s own Connector API,', async () => {
  const [{ caller }, empty] = [await makeTenant('Hotels'), await makeTenant('Empty')];
  const signIn = ({ tokens, chainIds }: Caller) => ({
    clientToken: tokens.ClientToken,
    accessToken: tokens.AccessToken,
    chainId: chainIds[0] ?? '',
    address: api.url,
  });
  const credentials = signIn(caller);
  return {
    connector: createMewsConnector({ pageSize }),
    pageSize,
    credentials,
    entityId: credentials.chainId,
    makeContacts: async (names) => {
      const ids: string[] = [];
      for (const Name of names) {
        const [made] = await caller.companies('add', { ...newCompany, Name });
        ids.push(made?.Id ?? '');
      }
      return ids;
    },
    renameContact: (CompanyId, name) => caller.companies('update', { CompanyId, Name: { Value: name } }),
    // A deleted profile stays, and is told to be no longer active.
    deleteContact: null,
    empty: async () => signIn(empty.caller),
    invoices: null,
    failures: api.failures,
    writing: {
      request: async (marker) =>
        newContact(
          { name: `Made ${marker}`, email: 'post@made.example', status: 'archived', tax_number: 'DE1' },
          marker,
        ),
      refused: async (marker) => newContact({ name: 'x'.repeat(300) }, marker),
      count: async ({ marker }) => {
        const found = await caller.companies('getAll', { ExternalIdentifiers: [marker], Limitation: { Count: 10 } });
        expect(found.every(({ IsActive }) => IsActive === false)).toBe(true);
        return found.length;
      },
    },
  };
});
