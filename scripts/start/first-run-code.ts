import { randomInt } from 'node:crypto';
import type postgres from 'postgres';
import { hashToken } from '../../lib/crypto/tokens.ts';
import { writeFact } from './installation.ts';

/** Without letters and digits that look alike. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/**
 * While nobody can sign in: makes a new code that the first visitor must enter, so that a stranger who comes first
 * can't take the installation. Kept as a SHA-256 under `first-run-code`. Once there is a user the code is taken away.
 */
export async function makeFirstRunCode(sql: postgres.Sql): Promise<string | undefined> {
  const [{ settled } = { settled: true }] = await sql<{ settled: boolean }[]>`
    select exists (select 1 from users) as settled`;
  const code = settled ? undefined : newCode();
  await writeFact(sql, 'first-run-code', code && hashToken(code));
  return code;
}

function newCode(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
