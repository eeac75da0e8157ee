import { beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { walked } from '../../http/testing/walked.ts';
import { disconnectCompany } from '../connections/mutations.ts';
import { deliveryListCount, deliveryListItems, deliveryListPage } from './delivery-list.ts';
import { makeWebhook } from './testing/listeners.ts';

await createTestDatabase();

let ctx: Context;
let stranger: Context;

async function disconnectAt(minute: number, name: string): Promise<void> {
  const then = { ...ctx, now: new Date(Date.UTC(2026, 2, 1, 0, minute)) };
  const company = await makeCompany(then, { name, integration: 'SANDBOX' });
  await makeConnection(then, company);
  await disconnectCompany(then, company);
}

/** The companies that the deliveries of a page are about. */
const about = async (query: Record<string, string> = {}, who = ctx) => {
  const { rows } = await deliveryListPage(who, new URLSearchParams(query));
  expect(await deliveryListCount(who, new URLSearchParams(query))).toBe(rows.length);
  return rows.map(({ companyName }) => companyName);
};

beforeAll(async () => {
  ({ ctx } = await makeOrganisation());
  ({ ctx: stranger } = await makeOrganisation());
  await makeWebhook(ctx, { webhookType: 'INTEGRATION', name: 'Billing 100%' });
  await disconnectAt(1, 'Café Nord');
  await disconnectAt(2, 'Harbour & Lane');
  await disconnectAt(3, 'Elsewhere');
});

test('deliveries are found by company and by webhook, and by the whole id of one of them', async () => {
  expect(await about({ q: 'cafe' })).toEqual(['Café Nord']);
  expect(await about({ q: 'BILLING 100%' })).toHaveLength(3);
  expect(await about({ q: '%' })).toHaveLength(3);
  expect(await about({ q: '_' })).toEqual([]);
  const { rows } = await deliveryListPage(ctx, new URLSearchParams({ q: 'harbour' }));
  const id = rows[0]?.id ?? '';
  expect(await about({ q: id.toUpperCase() })).toEqual(['Harbour & Lane']);
  expect(await about({ q: id, state: 'FAILED' })).toEqual([]);
  expect(await about({ q: id }, stranger)).toEqual([]);
});

test.each(['createdAt', '-createdAt'])('every delivery is on one page, sorted by %s', async (sort) => {
  const query = new URLSearchParams({ sort });
  const rows = await walked((after) => deliveryListItems(ctx, query, { after, limit: 1 }));
  const newestFirst = ['Elsewhere', 'Harbour & Lane', 'Café Nord'];
  const names = rows.map(({ companyName }) => companyName);
  expect(names).toEqual(sort === 'createdAt' ? newestFirst.toReversed() : newestFirst);
});
