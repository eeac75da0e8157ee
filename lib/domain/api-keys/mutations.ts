import { and, eq, isNull } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { apiKeys } from '../../../db/schema/api-keys.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { hashToken, newToken } from '../../crypto/tokens.ts';
import { invalid, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { type CreateApiKeyInput, type CreatedApiKey, createApiKeyInput, type RevokeApiKeyInput } from './schema.ts';

/** How much of a key is kept readable: its kind and eight characters. */
const prefixLength = 11;

/** Makes a Core API key. It is given back once and stored as its hash. Throws invalid for an end that has passed. */
export async function createApiKey(ctx: Context, given: CreateApiKeyInput): Promise<CreatedApiKey> {
  requirePermission(ctx, 'api-keys.write');
  const { name, readOnly, expiresAt } = checkedInput(createApiKeyInput, given);
  if (expiresAt && expiresAt <= ctx.now) throw invalid({ path: 'expiresAt', message: 'must lie in the future' });
  const key = newToken('ll');
  const id = await db().transaction(async (tx) => {
    const [made] = await tx
      .insert(apiKeys)
      .values({
        organisationId: ctx.organisationId,
        name,
        prefix: key.slice(0, prefixLength),
        hash: hashToken(key),
        readOnly,
        expiresAt: expiresAt ?? null,
        createdAt: ctx.now,
      })
      .returning({ id: apiKeys.id });
    if (!made) throw new Error('The API key was not stored');
    await recordAudit(tx, ctx, {
      action: 'api-key.created',
      subjectId: made.id,
      after: { name, readOnly, expiresAt: expiresAt ?? null },
    });
    return made.id;
  });
  return { id, key, organisationId: ctx.organisationId };
}

/** Ends a key at once. Revoking a revoked one changes nothing. Throws not-found. */
export async function revokeApiKey(ctx: Context, input: RevokeApiKeyInput): Promise<void> {
  requirePermission(ctx, 'api-keys.write');
  const ours = and(eq(apiKeys.organisationId, ctx.organisationId), eq(apiKeys.id, input.apiKeyId));
  await db().transaction(async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: ctx.now })
      .where(and(ours, isNull(apiKeys.revokedAt)))
      .returning({ name: apiKeys.name });
    if (revoked.length === 0) {
      const [known] = await tx.select({ id: apiKeys.id }).from(apiKeys).where(ours);
      if (!known) throw notFound('API key');
      return;
    }
    await recordAudit(tx, ctx, {
      action: 'api-key.revoked',
      subjectId: input.apiKeyId,
      before: { name: revoked[0]?.name },
    });
  });
}
