import type { RecordModel } from '../../domain/records/registry.ts';
import { ConnectorError } from '../errors.ts';
import type { Connector, ConnectResult, Credentials } from '../types.ts';
import { requireReadAccess } from './access.ts';
import { type Books, openBooks } from './books.ts';
import { normaliseAddress, serverVersion, signIn } from './client.ts';
import { trytonDefinition } from './definition.ts';
import { mapRecord } from './mapper.ts';
import { type PullOptions, pullModel } from './pull.ts';
import { queryOf } from './queries.ts';
import { requireFields } from './read-page.ts';
import { trytonWriter } from './writing/writer.ts';

/** The connector of Tryton. */
export const trytonConnector: Connector = createTrytonConnector();

/** A connector with other settings than the usual ones; for tests. */
export function createTrytonConnector(options: Partial<PullOptions> = {}): Connector {
  return {
    definition: trytonDefinition,
    connect,
    open: async (credentials, expected) => {
      const client = await signIn(credentials);
      const books = await openBooks(client, expected.entityId).catch(signOutAfter(client));
      return {
        pull: (model, request) =>
          pullModel(books, model, request, { pageSize: pageSizeOf(model), now: () => new Date(), ...options }),
        writer: trytonWriter(books),
        close: () => client.signOut(),
      };
    },
    identify: (_model, raw) =>
      typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'number' ? String(raw.id) : null,
    map: mapRecord,
  };
}

const pageSizeOf = (model: RecordModel) => trytonDefinition.models.find((one) => one.model === model)?.pageSize ?? 100;

/** Checks server, database, sign-in, company and rights, in this order, and asks for nothing that would stay. */
async function connect(input: Credentials): Promise<ConnectResult> {
  const { user = '', password = '', database = '' } = input;
  const address = normaliseAddress(input.address ?? '');
  const version = await serverVersion(address);
  const credentials = { address, database: database.trim(), user: user.trim(), password };
  const client = await signIn(credentials);
  try {
    await requireReadAccess(client, {}, { alsoFurther: true });
    const books = await openBooks(client, null);
    await requireKnownFields(books, version);
    return {
      credentials,
      variables: { address, database: credentials.database, user: credentials.user },
      entityId: books.entityId,
      entityName: books.entityName,
    };
  } finally {
    await client.signOut();
  }
}

/** Another version of Tryton may lack a field, and rights may hide one. */
async function requireKnownFields(books: Books, version: string): Promise<void> {
  for (const { model } of trytonDefinition.models) {
    try {
      const query = await queryOf(books, model);
      if (query) await requireFields(books, query);
    } catch (error) {
      if (!(error instanceof ConnectorError && error.failureClass === 'bad-request')) throw error;
      throw new ConnectorError('bad-request', `This server runs Tryton ${version}, which can’t be read yet.`, {
        evidence: error.evidence,
        field: 'address',
        cause: error,
      });
    }
  }
}

const signOutAfter = (client: { signOut(): Promise<void> }) => async (error: unknown) => {
  await client.signOut();
  throw error;
};
