import { expect, test } from 'vitest';
import { env } from '../../lib/env.ts';
import { sqlClient } from '../client.ts';
import { createTestDatabase } from './database.ts';

const { url } = await createTestDatabase();

test('a suite works on a database of its own that has the queue and our tables', async () => {
  expect(env().databaseUrl).toBe(url);
  const [row] = await sqlClient()`
    select current_database() as name, to_regnamespace('graphile_worker') is not null as queue,
      to_regclass('organisations') is not null as ours`;
  expect(row).toEqual({ name: new URL(url).pathname.slice(1), queue: true, ours: true });
});
