import { beforeEach, expect, it } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { createAccessToken, revokeAccessToken } from '../access-tokens/mutations.ts';
import { createCompany, deleteCompany } from '../companies/mutations.ts';
import { chainUses, listChains } from './data.ts';
import { createChain, deleteChain, renameChain } from './mutations.ts';

await createTestDatabase();

const now = new Date('2026-11-26T10:00:00Z');
const nextWeek = new Date('2026-12-03T10:00:00Z');

let ctx: Context;
let other: Context;
beforeEach(async () => {
  const make = async () => contextFor((await makeOrganisation({ now })).organisationId, { role: 'admin', now });
  [ctx, other] = [await make(), await make()];
});

it('a chain is named, renamed and stays in its organisation', async () => {
  const { id: chainId } = await createChain(ctx, { name: ' North ' });
  await renameChain(ctx, { chainId, name: 'Far north' });
  expect((await listChains(ctx)).map(({ name, isDefault }) => [name, isDefault])).toEqual([
    [expect.any(String), true],
    ['Far north', false],
  ]);
  await expect(renameChain(other, { chainId, name: 'X' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(deleteChain(other, { chainId })).rejects.toMatchObject({ code: 'not-found' });
  expect((await chainUses(other)).has(chainId)).toBe(false);
});

it('the default chain stays', async () => {
  const [chain] = await listChains(ctx);
  await expect(deleteChain(ctx, { chainId: chain?.id ?? '' })).rejects.toMatchObject({ code: 'conflict' });
});

it('a chain stays while it has companies, and the refusal says how many', async () => {
  const { id: chainId } = await createChain(ctx, { name: 'North' });
  const company = await createCompany(ctx, { name: 'Northern', chainId });
  await createCompany(ctx, { name: 'Elsewhere' });
  expect((await chainUses(ctx)).get(chainId)).toEqual({ companies: 1, tokens: 0 });
  await expect(deleteChain(ctx, { chainId })).rejects.toMatchObject({
    message: 'The chain has 1 company, archived ones included, and a company never changes its chain',
  });
  await deleteCompany({ ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } }, { companyId: company.id });
  await deleteChain(ctx, { chainId });
  expect((await chainUses(ctx)).has(chainId)).toBe(false);
});

it('a chain stays while tokens reach it that still work', async () => {
  const { id: chainId } = await createChain(ctx, { name: 'North' });
  const token = { dialect: 'connector' as const, name: 'Desk', chainIds: [chainId] };
  await createAccessToken(ctx, { ...token, expiresAt: nextWeek });
  const made = await createAccessToken(ctx, token);
  expect((await chainUses(ctx)).get(chainId)).toEqual({ companies: 0, tokens: 2 });
  await expect(deleteChain(ctx, { chainId })).rejects.toMatchObject({
    message: '2 access tokens reach this chain; revoke them first',
  });
  await revokeAccessToken(ctx, { accessTokenId: made.id });
  const later = { ...ctx, now: nextWeek };
  expect((await chainUses(later)).get(chainId)).toEqual({ companies: 0, tokens: 0 });
  await deleteChain(later, { chainId });
});
