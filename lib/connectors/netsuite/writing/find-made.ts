import type { NetsuiteClient } from '../client.ts';
import { quoted } from '../queries/query.ts';
import type { PlannedWrite } from './plan.ts';

/** The id of the record that was made under a marker; null where there is none. Throws ConnectorError. */
export async function findMade(
  client: NetsuiteClient,
  table: PlannedWrite['table'],
  marker: string,
  signal: AbortSignal,
): Promise<string | null> {
  const kind = table === 'transaction' ? " AND r.type = 'CustPymt'" : '';
  const sql = `SELECT r.id FROM ${table} r WHERE r.externalid = ${quoted(marker)}${kind} ORDER BY r.id`;
  const { rows } = await client.query(sql, { limit: 1, signal });
  const id = rows[0]?.id;
  return typeof id === 'string' ? id : null;
}
