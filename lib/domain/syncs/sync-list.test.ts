import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { countOrganisationSyncs } from './data.ts';
import { startSync } from './mutations.ts';
import { syncListPage } from './sync-list.ts';

await createTestDatabase();

test('a page says how many match, as far as they are counted', async () => {
  const { ctx } = await makeOrganisation();
  for (const name of ['Harbour One', 'Harbour Two', 'Elsewhere']) {
    const company = await makeCompany(ctx, { name, integration: 'SANDBOX' });
    await makeConnection(ctx, company);
    await startSync(ctx, company);
  }
  const page = async (query: string) => {
    const { rows, total } = await syncListPage(ctx, new URLSearchParams(query));
    return { shown: rows.length, total };
  };
  expect(await page('')).toEqual({ shown: 3, total: 3 });
  expect(await page('q=harbour')).toEqual({ shown: 2, total: 2 });
  expect(await page('q=harbour&status=FAILED')).toEqual({ shown: 0, total: 0 });
  expect(await countOrganisationSyncs(ctx, {}, 2)).toBe(2);
});
