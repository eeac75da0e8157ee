import { expect } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { connectorV1 } from '../../dialects/connector-v1/dialect.ts';
import { connectorV1Routes } from '../../dialects/connector-v1/routes.ts';
import { type Caller, makeTenant, newCompany } from '../../dialects/connector-v1/testing/connector-api.ts';
import { conformanceSuite } from '../testing/conformance.ts';
import { serveOwnApi } from '../testing/own-api.ts';
import type { WriteRequest } from '../types.ts';
import { createMewsConnector } from './connector.ts';

await createTestDatabase();
const api = await serveOwnApi(connectorV1, connectorV1Routes);

const pageSize = 7;
const contact = (fields: WriteRequest<'CONTACT'>['fields'], marker: string): WriteRequest<'CONTACT'> => ({
  model: 'CONTACT',
  operation: 'create',
  platformId: null,
  fields,
  rawData: {},
  marker,
});

conformanceSuite('MEWS, by this system’s own Connector API,', async () => {
  const [{ caller }, empty] = [await makeTenant('Hotels'), await makeTenant('Empty')];
  const signIn = ({ tokens, chainIds }: Caller) => ({
    clientToken: tokens.ClientToken,
    accessToken: tokens.AccessToken,
    chainId: chainIds[0] ?? '',
    address: api.url,
  });
  const credentials = signIn(caller);
  const fail = (status: number) => async () => api.failWith(status);
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
      refused: async (marker) => contact({ name: 'x'.repeat(300) }, marker),
      count: async ({ marker }) => {
        const found = await caller.companies('getAll', { ExternalIdentifiers: [marker], Limitation: { Count: 10 } });
        expect(found.every(({ IsActive }) => IsActive === false)).toBe(true);
        return found.length;
      },
    },
  };
});
