import { afterAll, expect, test } from 'vitest';
import { closeDb, db, sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { gateBefore } from '../../db/testing/gate.ts';
import { resetEnv } from '../env.ts';
import { AppError } from '../errors.ts';
import { asAppError, forLog } from './fault.ts';
import { makeTenant, tinyApi } from './testing/tiny-api.ts';

const { url } = await createTestDatabase();
const who = await makeTenant();

const gate = await gateBefore(url);
afterAll(async () => {
  await closeDb();
  await gate.end();
});

test('while the database is away requests get 503 with Retry-After, and it comes back by itself', async () => {
  process.env.DATABASE_URL = gate.url;
  // One connection a pool, so that the one that failed is the one that comes back.
  process.env.DATABASE_POOL = '1';
  resetEnv();
  await closeDb();

  const api = tinyApi();
  api.onHandle(async () => {
    await db().execute('select 1');
    await sqlClient()`select 1`;
  });
  const get = () => api.send('GET', '/tiny/things/1', { who });
  expect((await get()).status).toBe(200);
  gate.close();
  for (let request = 0; request < 3; request++) {
    const away = await get();
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    expect(((await away.json()) as { code: string }).code).toBe('unavailable');
  }
  gate.open();
  await expect.poll(async () => (await get()).status, { timeout: 15_000 }).toBe(200);
});

test('a wrong query is no outage', () => {
  expect(asAppError(Object.assign(new Error('syntax'), { code: '42601' }))).toBeNull();
  expect(asAppError(new Error('anything'))).toBeNull();
  expect(asAppError('thrown text')).toBeNull();
});

test.each(['57P01', '57P03', '08006', '53300', 'ECONNREFUSED', 'CONNECT_TIMEOUT', 'CONNECTION_ENDED'])(
  '%s is an outage, also where Drizzle wraps it',
  (code) => {
    const error = Object.assign(new Error('away'), { code });
    expect(asAppError(error)?.code).toBe('unavailable');
    const wrapped = Object.assign(new Error('Failed query', { cause: error }), { query: 'select', params: [] });
    expect(asAppError(wrapped)?.code).toBe('unavailable');
  },
);

test('a platform that refuses a connection is not our database', () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  expect(asAppError(new Error('platform', { cause: refused }))).toBeNull();
  const meant = new AppError('conflict', 'Busy', {}, { cause: refused });
  expect(asAppError(meant)).toBe(meant);
});

test('the log keeps the query of a failure and none of its values', () => {
  const cause = Object.assign(new Error('duplicate'), { code: '23505' });
  const wrapped = Object.assign(new Error('Failed query: insert\nparams: hunter2', { cause }), {
    query: 'insert',
    params: ['hunter2'],
  });
  expect(forLog(wrapped)).toMatchObject({ query: 'insert', code: '23505', message: 'duplicate' });
  expect(JSON.stringify(forLog(wrapped))).not.toContain('hunter2');
});
