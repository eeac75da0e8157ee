import type { RecordModel } from '../../domain/records/registry.ts';
import type { SandboxClient } from './client.ts';
import { paths } from './paths.ts';

/** How many ids one request may name. */
const maxIds = 100;

/** Records by their ids, raw; those that are not there are left out. Throws ConnectorError. */
export async function readRecords(
  client: SandboxClient,
  model: RecordModel,
  platformIds: readonly string[],
  signal: AbortSignal,
): Promise<unknown[]> {
  // A comma would make two ids of one.
  const known = platformIds.filter((id) => !id.includes(','));
  const records: unknown[] = [];
  for (let start = 0; start < known.length; start += maxIds) {
    const ids = known.slice(start, start + maxIds).join(',');
    records.push(...(await client.list(paths[model], { ids }, signal)).data);
  }
  return records;
}
