import { and, eq, inArray, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { apiKeys } from '../../../db/schema/api-keys.ts';
import { companies } from '../../../db/schema/companies.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { hashToken, newToken } from '../../crypto/tokens.ts';
import { conflict, invalid, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import {
  type CreateApiKeyInput,
  type CreatedApiKey,
  createApiKeyInput,
  type RevokeApiKeyInput,
  type RotateApiKeyInput,
  type RotatedApiKey,
  rotateApiKeyInput,
} from './schema.ts';

/** How much of a key is kept readable: its kind and eight characters. */
const prefixLength = 11;

/**
 * Makes a Core API key. It is given back once and stored as its hash. Throws invalid for an end that has passed and for
 * companies that are not the organisation's.
 */
export async function createApiKey(ctx: Context, given: CreateApiKeyInput): Promise<CreatedApiKey> {
  requirePermission(ctx, 'api-keys.write');
  const { name, readOnly, expiresAt = null, companyIds = null } = checkedInput(createApiKeyInput, given);
  if (expiresAt && expiresAt <= ctx.now) throw invalid({ path: 'expiresAt', message: 'must lie in the future' });
  return db().transaction(async (tx) => {
    if (companyIds) await requireOwn(tx, ctx, companyIds);
    return insertKey(tx, ctx, { name, readOnly, expiresAt, companyIds, replacesId: null });
  });
}

interface NewKey {
  name: string;
  readOnly: boolean;
  expiresAt: Date | null;
  companyIds: number[] | null;
  replacesId: string | null;
}

async function insertKey(tx: Tx, ctx: Context, values: NewKey): Promise<CreatedApiKey> {
  const key = newToken('ll');
  const stored = { ...values, prefix: key.slice(0, prefixLength), hash: hashToken(key), createdAt: ctx.now };
  const [made] = await tx
    .insert(apiKeys)
    .values({ ...stored, organisationId: ctx.organisationId })
    .returning({ id: apiKeys.id });
  if (!made) throw new Error('The API key was not stored');
  await recordAudit(tx, ctx, { action: 'api-key.created', subjectId: made.id, after: { ...values } });
  return { id: made.id, key, organisationId: ctx.organisationId };
}

async function requireOwn(tx: Tx, ctx: Context, companyIds: readonly number[]): Promise<void> {
  const found = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.organisationId, ctx.organisationId), inArray(companies.id, [...companyIds])));
  const known = new Set(found.map(({ id }) => id));
  const issues = companyIds.flatMap((id, at) =>
    known.has(id) ? [] : [{ path: `companyIds.${at}`, message: `there is no company ${id}` }],
  );
  if (issues.length > 0) throw invalid(issues);
}

const dayMs = 86_400_000;

/**
 * Makes a key that takes the place of another: the same name, rights and lifetime. The old one goes on working for the
 * overlap, so that a program can be moved without a gap. Throws not-found, and conflict for a key that no longer works or
 * has a successor that was not revoked.
 */
export async function rotateApiKey(ctx: Context, given: RotateApiKeyInput): Promise<RotatedApiKey> {
  requirePermission(ctx, 'api-keys.write');
  const { apiKeyId, overlapDays } = checkedInput(rotateApiKeyInput, given);
  return db().transaction(async (tx) => {
    const old = await lockWorking(tx, ctx, apiKeyId);
    await refuseSecondSuccessor(tx, old.id);
    const oldKeyExpiresAt = earlier(old.expiresAt, new Date(ctx.now.getTime() + overlapDays * dayMs));
    const { name, readOnly, companyIds } = old;
    const rights = { name, readOnly, companyIds, expiresAt: sameLifetime(old, ctx.now) };
    const made = await insertKey(tx, ctx, { ...rights, replacesId: old.id });
    await tx.update(apiKeys).set({ expiresAt: oldKeyExpiresAt }).where(eq(apiKeys.id, old.id));
    await recordAudit(tx, ctx, {
      action: 'api-key.rotated',
      subjectId: old.id,
      before: { expiresAt: old.expiresAt },
      after: { expiresAt: oldKeyExpiresAt, successorId: made.id },
    });
    return { ...made, oldKeyExpiresAt };
  });
}

async function lockWorking(tx: Tx, ctx: Context, apiKeyId: string) {
  const [key] = await tx.select().from(apiKeys).where(ours(ctx, apiKeyId)).for('update');
  if (!key) throw notFound('API key');
  if (key.revokedAt) throw conflict('The key is revoked; make a new one');
  if (key.expiresAt && key.expiresAt <= ctx.now) throw conflict('The key has expired; make a new one');
  return key;
}

async function refuseSecondSuccessor(tx: Tx, apiKeyId: string): Promise<void> {
  const [successor] = await tx
    .select({ prefix: apiKeys.prefix })
    .from(apiKeys)
    .where(and(eq(apiKeys.replacesId, apiKeyId), isNull(apiKeys.revokedAt)));
  if (successor) throw conflict(`The key is being replaced by ${successor.prefix}… already; revoke that one first`);
}

const earlier = (one: Date | null, other: Date): Date => (one && one < other ? one : other);

/** The end of a key made now that lives as long as another one does; null for one that does not end. */
const sameLifetime = ({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date | null }, now: Date): Date | null =>
  expiresAt && new Date(now.getTime() + expiresAt.getTime() - createdAt.getTime());

/** Ends a key at once. Revoking a revoked one changes nothing. Throws not-found. */
export async function revokeApiKey(ctx: Context, input: RevokeApiKeyInput): Promise<void> {
  requirePermission(ctx, 'api-keys.write');
  await db().transaction(async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: ctx.now })
      .where(and(ours(ctx, input.apiKeyId), isNull(apiKeys.revokedAt)))
      .returning({ name: apiKeys.name });
    if (revoked.length === 0) {
      const [known] = await tx.select({ id: apiKeys.id }).from(apiKeys).where(ours(ctx, input.apiKeyId));
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

const ours = (ctx: Context, apiKeyId: string) =>
  and(eq(apiKeys.organisationId, ctx.organisationId), eq(apiKeys.id, apiKeyId));
