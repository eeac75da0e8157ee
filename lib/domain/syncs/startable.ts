import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { connections } from '../../../db/schema/connections.ts';
import type { ConnectionStatus, Integration } from '../../../db/schema/enums.ts';
import { invalid } from '../../errors.ts';
import { pausedWords, pauseOf } from '../pauses/schema.ts';
import { type CompanyConfigs, loadCompanyConfigs } from '../sync-config/stored-configs.ts';

/** What is said when the one place that a company has for a PULL is taken. */
export const alreadyActive = 'A sync is running; wait for it to end or cancel it';

/** The platform and the config of a company that may be synced now. Throws invalid. */
export async function syncable(
  tx: Tx,
  companyId: number,
): Promise<{ integration: Integration; known: CompanyConfigs }> {
  const integration = await connectedPlatform(tx, companyId);
  const known = await loadCompanyConfigs(tx, companyId);
  if (!known) throw invalid({ path: '', message: `${integration} is not available in this installation` });
  return { integration, known };
}

/** Why a connection can't be synced. One that expired may be tried: a sync that goes well makes it healthy again. */
const notSyncable: Partial<Record<ConnectionStatus, string>> = {
  DISCONNECTED: 'The company is disconnected; send its link to connect it again',
  PENDING: 'The connection waits until it is clear which company of the platform is meant',
};

async function connectedPlatform(tx: Tx, companyId: number): Promise<Integration> {
  const [connection] = await tx
    .select({
      integration: connections.integration,
      status: connections.status,
      pausedAt: connections.pausedAt,
      pausedBy: connections.pausedBy,
      pausedDoor: connections.pausedDoor,
    })
    .from(connections)
    .where(eq(connections.companyId, companyId));
  if (!connection) throw invalid({ path: '', message: 'The company is not connected yet' });
  const problem = notSyncable[connection.status];
  if (problem) throw invalid({ path: '', message: problem });
  const pause = pauseOf(connection.pausedAt, connection.pausedBy, connection.pausedDoor);
  if (pause) throw invalid({ path: '', message: pausedWords('The company', pause) });
  return connection.integration;
}
