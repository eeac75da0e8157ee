import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { afterCommit } from './after-commit.ts';
import { db } from './client.ts';
import { createTestDatabase } from './testing/database.ts';

await createTestDatabase();

/** Whether a table exists for others than the transaction that makes it. */
async function isThere(table: string): Promise<boolean> {
  const [row] = await db().execute<{ there: boolean }>(sql`select to_regclass(${table}) is not null as there`);
  return row?.there ?? false;
}

test('a step is done once others can see what the transaction did', async () => {
  const seen: Promise<boolean>[] = [];
  const result = await db().transaction(async (tx) => {
    await tx.execute(sql`create table made (id int)`);
    afterCommit(tx, () => seen.push(isThere('made')));
    expect(seen).toEqual([]);
    return 'kept';
  });
  expect(result).toBe('kept');
  expect(await Promise.all(seen)).toEqual([true]);
});

test('of a transaction that is rolled back nothing is done', async () => {
  const done: string[] = [];
  const rolledBack = db().transaction(async (tx) => {
    afterCommit(tx, () => done.push('step'));
    await tx.execute(sql`select 1 / 0`);
  });
  await expect(rolledBack).rejects.toThrow();
  expect(done).toEqual([]);
});
