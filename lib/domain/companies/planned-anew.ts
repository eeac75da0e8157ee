import { type Sql, sqlClient } from '../../../db/client.ts';

export type ReadTx = Parameters<Parameters<Sql['begin']>[1]>[0];

/**
 * Reads of one moment, each planned for the values it is given. After some executions Postgres would plan a prepared
 * statement without them, as if a page of 30 were a tenth of a million rows, and sort those instead of walking an index.
 */
export async function plannedAnew<T>(read: (tx: ReadTx) => Promise<T>): Promise<T> {
  const answer = await sqlClient().begin('isolation level repeatable read read only', async (tx) => {
    await tx`set local plan_cache_mode = force_custom_plan`;
    return { value: await read(tx) };
  });
  return (answer as { value: T }).value;
}
