import { expect, it } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeOrganisation } from '../../../db/testing/factories.ts';
import { makeContext } from '../../context.ts';
import { createChain } from '../chains/mutations.ts';
import { motherCandidates } from './mother-candidates.ts';
import { archiveCompanies, createCompany } from './mutations.ts';

await createTestDatabase();

it('offers the companies of the chain by name, but not the company itself, nor one below it, nor an archived one', async () => {
  const organisation = await makeOrganisation();
  const ctx = makeContext({ ...organisation.ctx, actor: { type: 'system', id: 'test', label: 'Test' } });
  const north = await createChain(ctx, { name: 'North' });
  const make = (name: string, more: { motherCompanyId?: string; chainId?: string } = {}) =>
    createCompany(ctx, { name, ...more });
  const top = await make('Zebra Group');
  const itself = await make('Zebra', { motherCompanyId: top.uuid });
  const below = await make('Zebra South', { motherCompanyId: itself.uuid });
  await make('Zebra Deep South', { motherCompanyId: below.uuid });
  await make('Zebra North', { chainId: north.id });
  const gone = await make('Zebra Gone');
  await archiveCompanies(ctx, { companyIds: [gone.id] });
  const sibling = await make('Zébra Allied');
  await make('Other');

  const offered = await motherCandidates(ctx, { companyId: itself.id, search: ' zebra ' });
  expect(offered).toEqual([
    { uuid: sibling.uuid, name: 'Zébra Allied', companyCode: sibling.companyCode },
    { uuid: top.uuid, name: 'Zebra Group', companyCode: top.companyCode },
  ]);
  expect(await motherCandidates(ctx, { companyId: itself.id, search: '100%' })).toEqual([]);
  const stranger = await makeOrganisation();
  await expect(motherCandidates(stranger.ctx, { companyId: itself.id, search: '' })).rejects.toMatchObject({
    code: 'not-found',
  });
});
