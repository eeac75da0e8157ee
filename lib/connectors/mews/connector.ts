import { ConnectorError } from '../errors.ts';
import type { Connector, Credentials } from '../types.ts';
import { companyItem } from './api-types.ts';
import { addressOf, mewsClient } from './client.ts';
import { mewsDefinition } from './definition.ts';
import { mapRecord } from './mapper.ts';
import { type MewsPullOptions, pullCompanies } from './pull.ts';
import { mewsWriter } from './writer.ts';

/** The connector of Mews. */
export const mewsConnector: Connector = createMewsConnector();

/** A connector with other settings than the usual ones; for tests. */
export function createMewsConnector(options: Partial<MewsPullOptions> = {}): Connector {
  const settings = { pageSize: mewsDefinition.models[0].pageSize, now: () => new Date(), ...options };
  return {
    definition: mewsDefinition,
    connect: async (input) => {
      const typed = {
        clientToken: (input.clientToken ?? '').trim(),
        accessToken: (input.accessToken ?? '').trim(),
        address: addressOf(input),
        chainId: (input.chainId ?? '').trim().toLowerCase(),
      };
      const chainId = await chainOf(typed);
      const { address } = typed;
      return {
        credentials: { ...typed, chainId },
        variables: { chainId, address },
        entityId: chainId,
        entityName: `Chain ${chainId}`,
      };
    },
    open: async (credentials, expected) => {
      const { chainId = '' } = credentials;
      if (expected.entityId !== null && expected.entityId !== chainId) {
        throw new ConnectorError('wrong-company', 'The sign-in leads to another chain of Mews.');
      }
      const client = mewsClient(credentials);
      await client.getAll({ Limitation: { Count: 1 } });
      return {
        pull: (_model, request) => pullCompanies(client, request, settings),
        writer: mewsWriter(client),
        close: async () => {},
      };
    },
    identify: (_model, raw) =>
      typeof raw === 'object' && raw !== null && 'Id' in raw && typeof raw.Id === 'string' && raw.Id ? raw.Id : null,
    map: mapRecord,
  };
}

/** Checks the tokens and says which chain they stand for: the one that is named, else that of the newest company. */
async function chainOf(credentials: Credentials): Promise<string> {
  const { Companies } = await mewsClient(credentials).getAll({ Limitation: { Count: 1 } });
  if (credentials.chainId) return credentials.chainId;
  const newest = companyItem.safeParse(Companies[0]).data;
  if (newest) return newest.ChainId;
  const message = 'The chain has no company yet, so that its id must be given.';
  throw new ConnectorError('bad-request', message, { field: 'chainId' });
}
