import { sqlClient } from '../../db/client.ts';
import { type Context, makeContext, type Reach } from '../context.ts';
import { hashToken } from '../crypto/tokens.ts';
import { unauthenticated } from '../errors.ts';
import { log } from '../log.ts';

/** The prefix of every Core API key. */
export const apiKeyPrefix = 'll';

const keyForm = /^ll_[A-Za-z0-9_-]{43}$/;

/** How often at most `last_used_at` of a key moves. */
const touchEveryMs = 60_000;

interface KeyRow {
  id: string;
  organisation_id: string;
  name: string;
  read_only: boolean;
  company_ids: number[] | null;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/**
 * The context of a request that shows an API key: one look-up by the key's hash, never cached, so that a revoked key
 * stops at once. Throws `unauthenticated` for a key that is missing, malformed, unknown, expired or revoked.
 */
export async function authenticateApiKey(
  key: string | null,
  request: { requestId: string; now: Date; door: string },
): Promise<Context> {
  if (!key) throw unauthenticated('An API key is required in the header api_key');
  if (!keyForm.test(key)) throw unauthenticated('The API key is not valid');
  const [row] = await sqlClient()<KeyRow[]>`
    select id, organisation_id, name, read_only, to_json(company_ids) as company_ids, expires_at, revoked_at,
      last_used_at
    from api_keys where hash = ${hashToken(key)}`;
  if (!row) throw unauthenticated('The API key is not valid');
  const { now } = request;
  if (row.revoked_at) throw unauthenticated('The API key is revoked');
  if (row.expires_at && row.expires_at <= now) throw unauthenticated('The API key has expired');
  touch(row, now);
  return makeContext({
    organisationId: Number(row.organisation_id),
    actor: { type: 'api-key', id: row.id, label: row.name, readOnly: row.read_only },
    reach: reachOf(row),
    requestId: request.requestId,
    now,
    door: request.door,
  });
}

const reachOf = ({ company_ids: companyIds }: KeyRow): Reach =>
  companyIds ? { kind: 'companies', companyIds } : { kind: 'organisation' };

/** Keys being marked as used by this process right now. */
const touching = new Set<string>();

/** Notes the use of a key, at most once a minute, beside the request: nobody waits for it, and a failure only logs. */
function touch({ id, last_used_at: lastUsedAt }: KeyRow, now: Date): void {
  const before = new Date(now.getTime() - touchEveryMs);
  if ((lastUsedAt && lastUsedAt > before) || touching.has(id)) return;
  touching.add(id);
  sqlClient()`
    update api_keys set last_used_at = ${now}
    where id = ${id} and (last_used_at is null or last_used_at <= ${before})`
    .catch((error: unknown) => log().warn({ err: error }, 'last use of an API key not noted'))
    .finally(() => touching.delete(id));
}
