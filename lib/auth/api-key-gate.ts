import { sqlClient } from '../../db/client.ts';
import { type Context, makeContext, type Reach } from '../context.ts';
import { hashToken } from '../crypto/tokens.ts';
import { unauthenticated } from '../errors.ts';
import { noteUse } from './last-use.ts';
import { lookUpTogether } from './look-up.ts';

/** The prefix of every Core API key. */
export const apiKeyPrefix = 'll';

const keyForm = /^ll_[A-Za-z0-9_-]{43}$/;

interface KeyRow {
  hash: string;
  id: string;
  organisation_id: string;
  name: string;
  read_only: boolean;
  company_ids: number[] | null;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

const findKey = lookUpTogether(
  (hashes) => sqlClient()<KeyRow[]>`
    select hash, id, organisation_id, name, read_only, to_json(company_ids) as company_ids, expires_at, revoked_at,
      last_used_at
    from api_keys where hash = any(${hashes})`,
);

/**
 * The context of a request that shows an API key: looked up by the key's hash and never cached, so that a revoked key
 * stops at once. Throws `unauthenticated` for a key that is missing, malformed, unknown, expired or revoked.
 */
export async function authenticateApiKey(
  key: string | null,
  request: { requestId: string; now: Date; door: string },
): Promise<Context> {
  if (!key) throw unauthenticated('An API key is required in the header api_key');
  if (!keyForm.test(key)) throw unauthenticated('The API key is not valid');
  const row = await findKey(hashToken(key));
  if (!row) throw unauthenticated('The API key is not valid');
  const { now } = request;
  if (row.revoked_at) throw unauthenticated('The API key is revoked');
  if (row.expires_at && row.expires_at <= now) throw unauthenticated('The API key has expired');
  noteUse('api_keys', { id: row.id, lastUsedAt: row.last_used_at }, now);
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
