import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from './testing/database.ts';

/** What the patched driver must do (docs/decisions, the Postgres driver is patched at install). */
const { url } = await createTestDatabase();
const sql = postgres(url, { max: 1 });
afterAll(() => sql.end());

/** A parameter that can't be sent; types don't allow it, a mistake would. */
const unsendable = undefined as unknown as string;

test('of statements sent side by side, one that can not be sent is refused and the others get their own rows', async () => {
  // Only a connection that stands takes several at once.
  await sql`select 0`;
  const outcomes = await Promise.allSettled([
    sql`select 1 as n`,
    sql`select ${unsendable} as n`,
    sql`select 3 as n`,
    sql`select ${4}::int as n`,
  ]);
  expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value[0]?.n : one.reason.code))).toEqual([
    1,
    'UNDEFINED_VALUE',
    3,
    4,
  ]);
});

test('a transaction with a statement that can not be sent is rolled back, and its connection goes on', async () => {
  await sql`create table kept (n int)`;
  const work = sql.begin((tx) => Promise.all([tx`insert into kept values (1)`, tx`select ${unsendable}`]));
  await expect(work).rejects.toMatchObject({ code: 'UNDEFINED_VALUE' });
  expect(await sql`select count(*)::int as n from kept`).toEqual([{ n: 0 }]);
});

test('a connection that is taken and closed again is an error, no endless wait', async () => {
  const door = createServer((socket) => socket.once('data', () => socket.end())).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  const behind = postgres({ host: '127.0.0.1', port, max: 1, backoff: () => 0.01 });
  const outcomes = await Promise.allSettled([behind`select 1`, behind`select 2`]);
  expect(outcomes).toMatchObject([
    { status: 'rejected', reason: { code: expect.stringMatching(/^(CONNECTION_CLOSED|ECONNRESET)$/) } },
    { status: 'rejected', reason: { code: expect.stringMatching(/^(CONNECTION_CLOSED|ECONNRESET)$/) } },
  ]);
  await behind.end({ timeout: 1 });
  door.close();
});
