import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor } from '../../../db/testing/factories.ts';
import { makeManyCompanies } from '../../../db/testing/many-companies.ts';
import type { Context } from '../../context.ts';
import { companyListCount, companyListItems } from './company-list.ts';

await createTestDatabase();

let ctx: Context;
beforeAll(async () => {
  // More than a page looks through before it gathers what matches.
  ctx = contextFor((await makeManyCompanies(sqlClient(), 12_000)).organisationId);
  // Every other one was synced once, three of them at the same moment.
  await sqlClient()`
    update companies set last_synced_at = created_at - number % 3 * interval '37 seconds' where number % 2 = 0`;
}, 120_000);

/** The ids of a list, from its first page to its last. */
async function walked(list: string): Promise<number[]> {
  const ids: number[] = [];
  for (let after: string | null = null; ; ) {
    const page = await companyListItems(ctx, new URLSearchParams(list), { after, limit: 199 });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
    if (!after) return ids;
  }
}

const orders: Record<string, string> = {
  createdAt: 'id',
  '-createdAt': 'id desc',
  name: 'name_key, id',
  '-name': 'name_key desc, id desc',
  lastSyncedAt: 'last_synced_at asc nulls last, id',
  '-lastSyncedAt': 'last_synced_at desc nulls last, id desc',
};

/** What lists narrow by, and the same as one would write it without a thought of indexes. */
const filters: [list: string, condition: string][] = [
  ['tag=partner', `'partner' = any(tag_list)`],
  ['tag=rare', `'rare' = any(tag_list)`],
  ['q=bakery', `name_key like '%bakery%'`],
  ['q=wool', `name_key like '%wool%'`],
  ['q=471', `(name_key like '%471%' or id = 471)`],
  ['q=k 4', `name_key like '%k 4%'`],
  ['q=7', `(name_key like '%7%' or id = 7)`],
  ['q=жук', `false`],
  ['currency=CZK', `default_currency = 'CZK'`],
];

describe.each(filters)('a list by %s', (filter, condition) => {
  test.each(Object.entries(orders))('in the order of %s has every company that matches once', async (sort, order) => {
    const expected = await sqlClient().unsafe(
      `select id from companies where archived_at is null and ${condition} order by ${order}`,
    );
    expect(await walked(`${filter}&sort=${sort}`)).toEqual(expected.map(({ id }) => Number(id)));
  });

  test('has the count of what it has', async () => {
    const [row] = await sqlClient().unsafe(`select count(*) from companies where archived_at is null and ${condition}`);
    expect(await companyListCount(ctx, new URLSearchParams(filter))).toBe(Number(row?.count));
  });
});
