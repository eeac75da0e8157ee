import type { Integration } from '../../db/schema/enums.ts';
import type { Connector } from './types.ts';

/** One line a platform, loaded when first used. */
const connectors: Partial<Record<Integration, () => Promise<Connector>>> = {
  MEWS: async () => (await import('./mews/connector.ts')).mewsConnector,
  PRODUCTIVE: async () => (await import('./productive/connector.ts')).productiveConnector,
  MS_DYNAMICS_365: async () => (await import('./ms-dynamics-365/connector.ts')).msDynamics365Connector,
  NETSUITE: async () => (await import('./netsuite/connector.ts')).netsuiteConnector,
  SANDBOX: async () => (await import('./sandbox/connector.ts')).sandboxConnector,
  TRYTON: async () => (await import('./tryton/connector.ts')).trytonConnector,
};

/** The connector of an integration; null where this installation has none. For connections, writes and the worker. */
export async function connectorFor(integration: Integration): Promise<Connector | null> {
  return (await connectors[integration]?.()) ?? null;
}
