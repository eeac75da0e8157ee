import { ConnectorError } from '../errors.ts';
import type { Connector, ConnectResult, Credentials } from '../types.ts';
import { readAccount } from './account.ts';
import { type ClientOptions, clientOptions, type NetsuiteClient, openClient } from './client.ts';
import { netsuiteDefinition } from './definition.ts';
import { mapRecord } from './mapper.ts';
import { pullModel } from './pull.ts';
import { type NetsuiteModel, queries } from './queries.ts';
import { readPart } from './read-part.ts';
import { topSubsidiary } from './subsidiary.ts';
import { netsuiteWriter } from './writing/writer.ts';

/** The connector of NetSuite. */
export const netsuiteConnector: Connector = createNetsuiteConnector();

/** A connector with other settings than the usual ones; for tests. */
export function createNetsuiteConnector(options: Partial<ClientOptions & { pageSize: number }> = {}): Connector {
  const settings = { ...clientOptions, ...options };
  return {
    definition: netsuiteDefinition,
    connect: (input) => connect(input, settings),
    open: async (credentials, expected) => {
      const account = readAccount(credentials);
      if (expected.entityId !== null && account.id !== expected.entityId) {
        throw new ConnectorError('wrong-company', 'The account ID is not that of the NetSuite account connected');
      }
      const client = openClient(account, settings);
      return {
        pull: (model, request) => {
          const query = queries[model as NetsuiteModel];
          if (!query) throw new ConnectorError('bad-request', `${model} is not read from NetSuite`);
          const pageSize = options.pageSize ?? pageSizeOf(model as NetsuiteModel);
          return pullModel(client, query, request, { pageSize, now: () => new Date() });
        },
        writer: netsuiteWriter(client),
        close: async () => {},
      };
    },
    identify: (_model, raw) =>
      typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' && raw.id ? raw.id : null,
    map: mapRecord,
  };
}

const pageSizeOf = (model: NetsuiteModel): number =>
  netsuiteDefinition.models.find((one) => one.model === model)?.pageSize ?? 500;

/** Checks the sign-in, and that the token's role sees every model. Asks for nothing that would stay. */
async function connect(input: Credentials, options: ClientOptions): Promise<ConnectResult> {
  const account = readAccount(input);
  const client = openClient(account, options);
  const subsidiary = await topSubsidiary(client).catch(notFound);
  for (const model of Object.keys(queries) as NetsuiteModel[]) await requireSight(client, model);
  const { id, keys, timeZone } = account;
  return {
    credentials: {
      accountId: id,
      consumerKey: keys.consumerKey,
      consumerSecret: keys.consumerSecret,
      tokenId: keys.token,
      tokenSecret: keys.tokenSecret,
      timeZone,
    },
    variables: { accountId: id, timeZone },
    entityId: id,
    entityName: typeof subsidiary?.name === 'string' ? subsidiary.name : `NetSuite ${id}`,
  };
}

/** The account's host is made of its id: where nobody answers, that is what to look at first. */
function notFound(error: unknown): never {
  if (!(error instanceof ConnectorError) || error.failureClass !== 'platform-down') throw error;
  if (error.evidence.status !== undefined) throw error;
  throw new ConnectorError('platform-down', 'NetSuite could not be reached under this account ID.', {
    evidence: error.evidence,
    field: 'accountId',
    cause: error,
  });
}

/** The queries are the same for all accounts. One that does not know a table or column hides it from the role. */
async function requireSight(client: NetsuiteClient, model: NetsuiteModel): Promise<void> {
  for (const part of queries[model].parts) {
    try {
      await readPart(client, part, { conditions: [], lastId: 0, limit: 1, signal: new AbortController().signal });
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.failureClass !== 'bad-request') throw error;
      const table = part.from.split(' ')[0];
      throw new ConnectorError('permission', `The token’s role can’t read everything that is needed of “${table}”.`, {
        evidence: error.evidence,
        field: 'tokenId',
        cause: error,
      });
    }
  }
}
