import { sqlClient } from '../../db/client.ts';
import { log } from '../log.ts';

/** How often at most the last use of a key or token moves. */
const touchEveryMs = 60_000;

/** What is being marked as used by this process right now. */
const touching = new Set<string>();

/**
 * Notes the use of a key or token, at most once a minute, beside the request: nobody waits for it, and a failure only
 * logs.
 */
export function noteUse(
  table: 'api_keys' | 'access_tokens' | 'integration_clients',
  used: { id: string; lastUsedAt: Date | null },
  now: Date,
): void {
  const { id, lastUsedAt } = used;
  const before = new Date(now.getTime() - touchEveryMs);
  if ((lastUsedAt && lastUsedAt > before) || touching.has(id)) return;
  touching.add(id);
  const sql = sqlClient();
  sql`
    update ${sql(table)} set last_used_at = ${now}
    where id = ${id} and (last_used_at is null or last_used_at <= ${before})`
    .catch((error: unknown) => log().warn({ err: error, table }, 'last use not noted'))
    .finally(() => touching.delete(id));
}
