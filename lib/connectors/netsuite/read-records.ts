import type { Row } from './api-types.ts';
import type { NetsuiteClient } from './client.ts';
import { type NetsuiteModel, queries } from './queries.ts';
import { readPartByIds } from './read-part.ts';

/** How many ids one query may name. */
const maxIds = 500;

/** Records by their ids, raw; those that are not there are left out. Throws ConnectorError. */
export async function readRecords(
  client: NetsuiteClient,
  model: NetsuiteModel,
  platformIds: readonly string[],
  signal: AbortSignal,
): Promise<Row[]> {
  const { parts, split } = queries[model];
  // A payment's id also names the document that it pays.
  const ids = [...new Set(platformIds.map((id) => /^\d{1,15}/.exec(id)?.[0]).filter((id) => id !== undefined))].map(
    Number,
  );
  const records: Row[] = [];
  for (let start = 0; start < ids.length; start += maxIds) {
    for (const part of parts) {
      const rows = await readPartByIds(client, part, ids.slice(start, start + maxIds), signal);
      records.push(...(split ? rows.flatMap(split) : rows));
    }
  }
  return records.filter(({ id }) => platformIds.includes(String(id)));
}
