import type { NetsuiteClient } from '../client.ts';
import { quoted } from '../queries/query.ts';
import { refusedField } from './record-type.ts';

/** The internal id of a currency that is named by it or by its ISO code. Throws ConnectorError. */
export async function currencyId(client: NetsuiteClient, given: string, signal: AbortSignal): Promise<string> {
  if (/^[1-9]\d{0,14}$/.test(given)) return given;
  const sql = `SELECT c.id FROM currency c WHERE c.symbol = ${quoted(given.toUpperCase())} ORDER BY c.id`;
  const { rows } = await client.query(sql, { limit: 1, signal });
  const id = rows[0]?.id;
  if (typeof id === 'string') return id;
  throw refusedField('currency_id', 'NetSuite has no such currency in this account');
}
