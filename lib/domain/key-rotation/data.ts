import { sqlClient } from '../../../db/client.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { currentKeyId } from '../../crypto/key-ring.ts';
import type { KeyRotation, KeysInUse } from './schema.ts';

/** How old what opens the organisation's data is, and whether every stored secret opens. Throws forbidden. */
export async function keyRotation(ctx: Context): Promise<KeyRotation> {
  requirePermission(ctx, 'api-keys.write');
  const [apiKeys, accessTokens, webhooks, sealing] = await Promise.all([
    apiKeysInUse(ctx),
    accessTokensInUse(ctx),
    signingKeysInUse(ctx),
    sealedSecrets(ctx),
  ]);
  return { apiKeys, accessTokens, webhooks, sealing: { keyId: currentKeyId(), ...sealed(sealing) } };
}

type Row = { count: number; oldest: Date | null; replaced: number };
const keysInUse = ([row]: Row[]): KeysInUse => row ?? { count: 0, oldest: null, replaced: 0 };

async function apiKeysInUse(ctx: Context): Promise<KeysInUse> {
  return keysInUse(
    await sqlClient()<Row[]>`
      select count(*)::int as count, min(k.created_at) as oldest,
        count(*) filter (where exists (
          select from api_keys s
          where s.replaces_id = k.id and s.organisation_id = k.organisation_id and s.revoked_at is null
        ))::int as replaced
      from api_keys k
      where k.organisation_id = ${ctx.organisationId} and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > ${ctx.now})`,
  );
}

async function accessTokensInUse(ctx: Context): Promise<KeysInUse> {
  return keysInUse(
    await sqlClient()<Row[]>`
      select count(*)::int as count, min(created_at) as oldest, 0 as replaced from access_tokens
      where organisation_id = ${ctx.organisationId} and revoked_at is null
        and (expires_at is null or expires_at > ${ctx.now})`,
  );
}

async function signingKeysInUse(ctx: Context): Promise<KeysInUse> {
  return keysInUse(
    await sqlClient()<Row[]>`
      select count(*)::int as count, min(created_at) as oldest, 0 as replaced from webhook_configs
      where organisation_id = ${ctx.organisationId} and deleted_at is null`,
  );
}

/** How many of the organisation's secrets are sealed under which key. */
async function sealedSecrets(ctx: Context): Promise<{ keyId: string; count: number }[]> {
  return sqlClient()<{ keyId: string; count: number }[]>`
    select key_id as "keyId", count(*)::int as count from (
      select credentials_key_id as key_id from connections where organisation_id = ${ctx.organisationId}
      union all
      select secrets_key_id from webhook_configs where organisation_id = ${ctx.organisationId}
    ) secrets where key_id is not null group by key_id`;
}

function sealed(byKey: { keyId: string; count: number }[]): { opens: number; foreign: number } {
  const count = (isOwn: boolean) =>
    byKey.filter(({ keyId }) => (keyId === currentKeyId()) === isOwn).reduce((sum, key) => sum + key.count, 0);
  return { opens: count(true), foreign: count(false) };
}
