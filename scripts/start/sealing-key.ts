import type postgres from 'postgres';
import { currentKeyId } from '../../lib/crypto/key-ring.ts';
import { readFact, writeFact } from './installation.ts';

/**
 * Throws when the database holds credentials that this SECRET_KEY can't open: going on would turn every connection
 * into one that fails.
 */
export async function checkSealingKey(sql: postgres.Sql): Promise<void> {
  const own = currentKeyId();
  const sealed = await sql<{ id: string; connections: number }[]>`
    select credentials_key_id as id, count(*)::int as connections from connections
    where credentials_key_id is not null and credentials_key_id <> ${own} group by 1`;
  if (sealed.length > 0) {
    const connections = sealed.reduce((sum, row) => sum + row.connections, 0);
    throw new Error(
      `SECRET_KEY is not the one that sealed the credentials of ${connections} connections in this database ` +
        `(they name key ${sealed.map((row) => row.id).join(', ')}, yours is ${own}). Nothing was changed. ` +
        'Start with the former SECRET_KEY.',
    );
  }
  if ((await readFact(sql, 'sealing-key')) !== own) await writeFact(sql, 'sealing-key', own);
}
