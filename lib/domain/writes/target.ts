import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { connections } from '../../../db/schema/connections.ts';
import type { ConnectionStatus, Integration } from '../../../db/schema/enums.ts';
import { announcedDefinitions, definitions } from '../../connectors/definitions.ts';
import type { ConnectorDefinition } from '../../connectors/types.ts';
import type { Context } from '../../context.ts';
import { invalid, notFound } from '../../errors.ts';
import { inReach } from '../companies/reach.ts';
import { pauseOf } from '../pauses/schema.ts';
import { loadCompanyConfigs } from '../sync-config/stored-configs.ts';
import type { WriteTarget } from './check-write.ts';

/** Why nothing can be written. An expired connection may be tried: only the platform knows whether it still is. */
const notWritable: Partial<Record<ConnectionStatus, string>> = {
  DISCONNECTED: 'The company is disconnected. Nothing was written; send its link to connect it again',
  PENDING: 'The connection waits until it is clear which company of the platform is meant. Nothing was written',
};

/**
 * Where a company's records are written to. Its row stays shared until the transaction ends, so that it is neither
 * disconnected nor archived meanwhile. Throws not-found, and invalid when it never connected.
 */
export async function loadTarget(tx: Tx, ctx: Context, companyId: number): Promise<WriteTarget> {
  const isMeant = and(
    eq(companies.organisationId, ctx.organisationId),
    eq(companies.id, companyId),
    isNull(companies.archivedAt),
    inReach(ctx, companies.id),
  );
  // Sent together, and carried out in this order.
  const [[company], [connection], known] = await Promise.all([
    tx.select({ id: companies.id }).from(companies).where(isMeant).for('share'),
    tx
      .select({
        integration: connections.integration,
        status: connections.status,
        pausedAt: connections.pausedAt,
        pausedBy: connections.pausedBy,
        pausedDoor: connections.pausedDoor,
      })
      .from(connections)
      .where(eq(connections.companyId, companyId)),
    loadCompanyConfigs(tx, companyId),
  ]);
  if (!company) throw notFound('Company');
  if (!connection) throw invalid({ path: '', message: 'The company is not connected yet. Nothing was written' });
  return {
    definition: definitionOf(connection.integration),
    isAvailable: definitions[connection.integration] !== undefined,
    problem: notWritable[connection.status] ?? null,
    pause: pauseOf(connection.pausedAt, connection.pausedBy, connection.pausedDoor),
    entries: known?.entries ?? [],
  };
}

/** The definition of a platform, connectable or not. Throws invalid for one that nothing is known of. */
function definitionOf(integration: Integration): ConnectorDefinition {
  const definition = definitions[integration] ?? announcedDefinitions[integration];
  if (!definition) throw invalid({ path: '', message: notAvailable(integration) });
  return definition;
}

export const notAvailable = (name: string) => `${name} is not available in this installation. Nothing was written`;
