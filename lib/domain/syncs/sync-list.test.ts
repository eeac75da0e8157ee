import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { walked } from '../../http/testing/walked.ts';
import { countOrganisationSyncs } from './data.ts';
import { startSync } from './mutations.ts';
import { syncListCount, syncListItems, syncListPage } from './sync-list.ts';

await createTestDatabase();

test('runs stand newest first, or oldest first where that is asked for, each on one page', async () => {
  const { ctx } = await makeOrganisation();
  const ids: string[] = [];
  for (const minute of [1, 2, 3]) {
    const company = await makeCompany(ctx, { integration: 'SANDBOX' });
    await makeConnection(ctx, company);
    const now = new Date(Date.UTC(2026, 2, 1, 0, minute));
    ids.push((await startSync({ ...ctx, now }, company)).id);
  }
  const idsBy = async (sort: string) => {
    const query = new URLSearchParams({ sort });
    const runs = await walked((after) => syncListItems(ctx, query, { after, limit: 1 }));
    return runs.map(({ id }) => id);
  };
  expect(await idsBy('createdAt')).toEqual(ids);
  expect(await idsBy('-createdAt')).toEqual(ids.toReversed());
});

test('runs that match are counted, as far as they are', async () => {
  const { ctx } = await makeOrganisation();
  for (const name of ['Harbour One', 'Harbour Two', 'Elsewhere']) {
    const company = await makeCompany(ctx, { name, integration: 'SANDBOX' });
    await makeConnection(ctx, company);
    await startSync(ctx, company);
  }
  const page = async (query: string) => {
    const asked = new URLSearchParams(query);
    const { rows } = await syncListPage(ctx, asked);
    return { shown: rows.length, total: await syncListCount(ctx, asked) };
  };
  expect(await page('')).toEqual({ shown: 3, total: 3 });
  expect(await page('q=harbour')).toEqual({ shown: 2, total: 2 });
  expect(await page('q=harbour&status=FAILED')).toEqual({ shown: 0, total: 0 });
  expect(await countOrganisationSyncs(ctx, {}, 2)).toBe(2);
});
