import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeOrganisation } from '../../../db/testing/factories.ts';
import { createAccessToken } from '../access-tokens/mutations.ts';
import { createChain } from '../chains/mutations.ts';
import { companyReaders } from './company-readers.ts';
import { createApiKey, revokeApiKey } from './mutations.ts';

await createTestDatabase();

test('a company is read by keys for all and for it, and by tokens of its chain, while they work', async () => {
  const { ctx: operator, organisationId } = await makeOrganisation();
  const ctx = contextFor(organisationId, { role: 'admin' });
  const { companyId } = await makeCompany(ctx);
  const { companyId: other } = await makeCompany(ctx, { name: 'Other' });
  const north = await createChain(ctx, { name: 'North' });
  await createApiKey(ctx, { name: 'Everything', readOnly: true });
  await createApiKey(ctx, { name: 'This one', companyIds: [companyId] });
  await createApiKey(ctx, { name: 'Another one', companyIds: [other] });
  const gone = await createApiKey(ctx, { name: 'Gone' });
  await revokeApiKey(ctx, { apiKeyId: gone.id });
  await createApiKey(ctx, { name: 'Over', expiresAt: new Date(ctx.now.getTime() + 1) });
  await createAccessToken(ctx, { dialect: 'jsonapi', name: 'CRM' });
  await createAccessToken(ctx, { dialect: 'connector', name: 'Desk' });
  await createAccessToken(ctx, { dialect: 'connector', name: 'North alone', chainIds: [north.id] });

  const later = { ...ctx, now: new Date(ctx.now.getTime() + 1_000) };
  const readers = await companyReaders(later, { companyId });
  expect(readers.map(({ name, kind, by, readOnly }) => [name, kind, by, readOnly])).toEqual([
    ['CRM', 'jsonapi', 'all', false],
    ['Desk', 'connector', 'chain', false],
    ['Everything', 'api-key', 'all', true],
    ['This one', 'api-key', 'company', false],
  ]);
  await expect(companyReaders(operator, { companyId })).rejects.toMatchObject({ code: 'forbidden' });
});
