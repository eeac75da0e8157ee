import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { companyListItems } from './company-list.ts';

await createTestDatabase();

/** Every company by pages of three, as the console turns them. */
async function walk(ctx: Context, sort: string): Promise<string[]> {
  const names: string[] = [];
  let after: string | null = null;
  do {
    const query = new URLSearchParams({ sort });
    const page: Awaited<ReturnType<typeof companyListItems>> = await companyListItems(ctx, query, { after, limit: 3 });
    names.push(...page.rows.map(({ name }) => name));
    after = page.next;
  } while (after);
  return names;
}

test('pages follow each order to its end, each company once; those never synced stand last either way', async () => {
  const { ctx } = await makeOrganisation();
  // Two were synced in the same moment, three never.
  const synced: Record<string, string | null> = { b: '03', d: '01', a: null, g: '02', c: '02', f: null, e: null };
  for (const [name, day] of Object.entries(synced)) {
    const company = await makeCompany(ctx, { name, integration: 'SANDBOX' });
    await makeConnection(ctx, company);
    if (!day) continue;
    const at = `2026-03-${day}T10:00:00Z`;
    await sqlClient()`update connections set last_synced_at = ${at} where company_id = ${company.companyId}`;
    await sqlClient()`update companies set last_synced_at = ${at} where id = ${company.companyId}`;
  }
  expect(await walk(ctx, 'lastSyncedAt')).toEqual(['d', 'g', 'c', 'b', 'a', 'f', 'e']);
  expect(await walk(ctx, '-lastSyncedAt')).toEqual(['b', 'c', 'g', 'd', 'e', 'f', 'a']);
  expect(await walk(ctx, 'name')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  expect(await walk(ctx, '-name')).toEqual(['g', 'f', 'e', 'd', 'c', 'b', 'a']);
  expect(await walk(ctx, 'createdAt')).toEqual(['b', 'd', 'a', 'g', 'c', 'f', 'e']);
  expect(await walk(ctx, '-createdAt')).toEqual(['e', 'f', 'c', 'g', 'a', 'd', 'b']);
});
