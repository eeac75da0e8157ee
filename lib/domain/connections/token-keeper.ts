import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Db, db, type Tx } from '../../../db/client.ts';
import { connectionTokens } from '../../../db/schema/connection-tokens.ts';
import type { AccessToken, Credentials, TokenKeeper } from '../../connectors/types.ts';
import { seal, unseal } from '../../crypto/key-ring.ts';

interface Kept {
  companyId: number;
  organisationId: number;
}

/** A token that ends this soon is renewed before it is used. */
const marginMs = 60_000;

const sealedToken = z.object({ token: z.string(), of: z.string() });

/**
 * Keeps a connection's token in the database for all processes. Its row is locked while one of them renews it, so that
 * the platform is asked once however many need it; it is stored before it is used.
 */
export function tokenKeeper(of: Kept, credentials: Credentials, now: () => Date = () => new Date()): TokenKeeper {
  const digest = createHash('sha256').update(JSON.stringify(credentials)).digest('hex');
  const usable = async (tx: Db | Tx, refused: string | null, isLocked: boolean) => {
    const query = tx.select().from(connectionTokens).where(eq(connectionTokens.companyId, of.companyId));
    const [row] = isLocked ? await query.for('update') : await query;
    if (!row?.token || !row.tokenKeyId || !row.expiresAt || row.expiresAt.getTime() - marginMs <= now().getTime()) {
      return null;
    }
    const kept = sealedToken.parse(unseal({ keyId: row.tokenKeyId, ciphertext: row.token }, of));
    return kept.of === digest && kept.token !== refused ? kept.token : null;
  };
  return {
    token: async (renew, refused) =>
      (await usable(db(), refused, false)) ??
      (await oneAtATime(() =>
        db().transaction(async (tx) => {
          await tx.insert(connectionTokens).values(of).onConflictDoNothing();
          return (await usable(tx, refused, true)) ?? (await store(tx, of, digest, await renew()));
        }),
      )),
  };
}

async function store(tx: Tx, of: Kept, digest: string, { token, expiresAt }: AccessToken): Promise<string> {
  const sealed = seal({ token, of: digest }, of);
  await tx
    .update(connectionTokens)
    .set({ token: sealed.ciphertext, tokenKeyId: sealed.keyId, expiresAt })
    .where(eq(connectionTokens.companyId, of.companyId));
  return token;
}

/**
 * A renewal keeps a database connection while it waits for the platform. One a process, so that renewals can't take all
 * of them while what they wait for needs one itself.
 */
let last: Promise<unknown> = Promise.resolve();

function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => {});
  return mine;
}

/** Forgets a connection's token, as when its credentials are erased. */
export async function eraseToken(tx: Tx, companyId: number): Promise<void> {
  await tx.delete(connectionTokens).where(eq(connectionTokens.companyId, companyId));
}
