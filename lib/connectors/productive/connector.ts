import { ConnectorError } from '../errors.ts';
import type { Connector, Credentials } from '../types.ts';
import { organizationResource } from './api-types.ts';
import { addressOf, type ProductiveClient, productiveClient } from './client.ts';
import { productiveDefinition } from './definition.ts';
import { mapRecord } from './mapper.ts';
import { type ProductivePullOptions, pullCompanies } from './pull.ts';
import { productiveWriter } from './writer.ts';

/** The connector of Productive. */
export const productiveConnector: Connector = createProductiveConnector();

/** A connector with other settings than the usual ones; for tests. */
export function createProductiveConnector(options: Partial<ProductivePullOptions> = {}): Connector {
  const settings = { pageSize: productiveDefinition.models[0].pageSize, now: () => new Date(), ...options };
  return {
    definition: productiveDefinition,
    connect: async (input) => {
      const credentials = {
        token: (input.token ?? '').trim(),
        organizationId: (input.organizationId ?? '').trim(),
        address: addressOf(input),
      };
      const name = await organizationName(productiveClient(credentials));
      const { organizationId, address } = credentials;
      return {
        credentials,
        variables: { organizationId, address },
        entityId: organizationId,
        entityName: name ?? `Organization ${organizationId}`,
      };
    },
    open: async (credentials, expected) => {
      requireSame(credentials, expected.entityId);
      const client = productiveClient(credentials);
      await organizationName(client);
      return {
        pull: (_model, request) => pullCompanies(client, request, settings),
        writer: productiveWriter(client),
        close: async () => {},
      };
    },
    identify: (_model, raw) =>
      typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' && raw.id ? raw.id : null,
    map: mapRecord,
  };
}

/** A token belongs to one organisation, which is named in every call. */
function requireSame({ organizationId }: Credentials, expected: string | null): void {
  if (expected === null || expected === organizationId) return;
  throw new ConnectorError('wrong-company', 'The sign-in leads to another organization of Productive.');
}

/** Asks for one company, which checks the sign-in; the organisation's name comes beside it, where there is one. */
async function organizationName(client: ProductiveClient): Promise<string | null> {
  const { included = [] } = await client.page(new URLSearchParams({ 'page[size]': '1', include: 'organization' }));
  for (const one of included) {
    const organization = organizationResource.safeParse(one).data;
    if (organization) return organization.attributes.name;
  }
  return null;
}
