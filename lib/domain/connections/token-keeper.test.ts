import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { AccessToken } from '../../connectors/types.ts';
import { disconnectCompany } from './mutations.ts';
import { tokenKeeper } from './token-keeper.ts';

await createTestDatabase();

const credentials = { clientId: 'app', clientSecret: 'a secret' };
const now = new Date();
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** A connection, and tokens for it that are counted as they are given out. */
async function connection() {
  const { ctx } = await makeOrganisation({ now });
  const { companyId } = await makeCompany(ctx, { integration: 'MS_DYNAMICS_365' });
  await makeConnection(ctx, { companyId }, { integration: 'MS_DYNAMICS_365', credentials });
  const of = { companyId, organisationId: ctx.organisationId };
  let given = 0;
  const renew = async (minutes = 60): Promise<AccessToken> => ({
    token: `token ${++given}`,
    expiresAt: inMinutes(minutes),
  });
  const rows = () => sqlClient()`select * from connection_tokens where company_id = ${companyId}`;
  return { ctx, companyId, of, renew, given: () => given, rows };
}

test('many that need a token at once have it renewed once', async () => {
  const { of, renew, given } = await connection();
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const slow = async () => {
    await gate;
    return await renew();
  };
  const asked = Array.from({ length: 8 }, () => tokenKeeper(of, credentials).token(slow, null));
  go();
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['token 1']));
  expect(given()).toBe(1);
});

test('a token is kept sealed before it is used, for whoever comes next', async () => {
  const { of, renew, rows } = await connection();
  await tokenKeeper(of, credentials).token(renew, null);
  const [row] = await rows();
  expect(Buffer.from(row?.token).includes('token 1')).toBe(false);
  expect(await tokenKeeper(of, credentials).token(renew, null)).toBe('token 1');
});

test('one that is about to end, was refused, or belongs to other credentials is renewed', async () => {
  const { of, renew } = await connection();
  const keeper = tokenKeeper(of, credentials, () => now);
  await keeper.token(() => renew(0.5), null);
  expect(await keeper.token(renew, null)).toBe('token 2');
  expect(await keeper.token(renew, 'token 2')).toBe('token 3');
  expect(await keeper.token(renew, 'token 2')).toBe('token 3');
  expect(await tokenKeeper(of, { ...credentials, clientSecret: 'new' }).token(renew, null)).toBe('token 4');
});

test('a renewal that fails leaves the next one free to try', async () => {
  const { of, renew } = await connection();
  const keeper = tokenKeeper(of, credentials);
  await expect(keeper.token(() => Promise.reject(new Error('away')), null)).rejects.toThrow('away');
  expect(await keeper.token(renew, null)).toBe('token 1');
});

test('it goes with the credentials when the company is disconnected', async () => {
  const { ctx, companyId, of, renew, rows } = await connection();
  await tokenKeeper(of, credentials).token(renew, null);
  await disconnectCompany(ctx, { companyId });
  expect(await rows()).toHaveLength(0);
});
