import { ConnectorError } from '../errors.ts';
import type { Row } from './api-types.ts';
import type { NetsuiteClient } from './client.ts';

/** Id and name of the subsidiary at the top; null in an account that has none. Throws ConnectorError. */
export async function topSubsidiary(client: NetsuiteClient, signal?: AbortSignal): Promise<Row | null> {
  const sql = 'SELECT s.id, s.name FROM subsidiary s WHERE s.parent IS NULL ORDER BY s.id';
  try {
    const { rows } = await client.query(sql, { limit: 1, signal });
    return rows[0] ?? null;
  } catch (error) {
    // Only accounts with subsidiaries have the table.
    if (error instanceof ConnectorError && error.failureClass === 'bad-request') return null;
    throw error;
  }
}
