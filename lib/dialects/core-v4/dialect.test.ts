import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { resetEnv } from '../../env.ts';
import { call, errorOf, makeTenant, type Tenant } from './testing/core-api.ts';

await createTestDatabase();

let tenant: Tenant;
beforeEach(async () => {
  tenant = await makeTenant();
});

/** Settings of one test. */
function set(settings: Record<string, string>): void {
  Object.assign(process.env, settings);
  resetEnv();
}
afterEach(() => {
  for (const name of ['RATE_LIMITS', 'CORE_RATE_BURST', 'CORE_RATE_PER_MINUTE']) delete process.env[name];
  resetEnv();
});

const limits = (headers: Headers) => ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));

describe('the key', () => {
  test.each([
    ['no key', {}],
    ['a malformed one', { api_key: 'll_x' }],
    ['one of a million', { api_key: `ll_${'A'.repeat(43)}` }],
    ['one in another header', { authorization: `Bearer ll_${'A'.repeat(43)}` }],
  ])('%s is refused with 401 in the error shape', async (_what, headers) => {
    const answer = await call('GET', '/core/companies', { headers });
    expect(answer.status).toBe(401);
    errorOf(answer);
    expect(limits(answer.headers)).toEqual(['200', '200', '0']);
  });

  test('works until the moment it is revoked', async () => {
    expect((await tenant.call('GET', '/core/companies')).status).toBe(200);
    await sqlClient()`update api_keys set revoked_at = now() where organisation_id = ${tenant.organisationId}`;
    const answer = await tenant.call('GET', '/core/companies');
    expect([answer.status, errorOf(answer).message]).toEqual([401, 'The API key is revoked']);
  });
});

describe('the rate limit', () => {
  test('is counted by key, shown on every answer, and refuses with Retry-After', async () => {
    set({ CORE_RATE_BURST: '3', CORE_RATE_PER_MINUTE: '1' });
    const first = await tenant.call('GET', '/core/companies');
    expect(limits(first.headers)).toEqual(['3', '2', '60']);
    expect(limits((await tenant.call('GET', '/core/companies?limit=0')).headers)).toEqual(['3', '1', '120']);
    await tenant.call('GET', '/core/companies/999999');
    const refused = await tenant.call('GET', '/core/companies');
    expect([refused.status, errorOf(refused).message]).toEqual([429, 'Too many requests; slow down']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(limits(refused.headers).slice(0, 2)).toEqual(['3', '0']);
    expect((await call('GET', '/core/companies', { key: tenant.readOnlyKey })).status).toBe(200);
  });

  test('a refused write is not stored under its Idempotency-Key', async () => {
    set({ CORE_RATE_BURST: '1', CORE_RATE_PER_MINUTE: '1' });
    await tenant.call('GET', '/core/companies');
    const headers = { 'idempotency-key': 'k' };
    const body = { companyName: 'Later', integrationCategory: 'ACCOUNTING' };
    expect((await tenant.call('POST', '/core/invite-links', { headers, body })).status).toBe(429);
    set({ RATE_LIMITS: 'off' });
    expect((await tenant.call('POST', '/core/invite-links', { headers, body })).status).toBe(201);
  });

  test('is switched off for load runs', async () => {
    set({ RATE_LIMITS: 'off', CORE_RATE_BURST: '1' });
    for (let request = 0; request < 3; request++) {
      const answer = await tenant.call('GET', '/core/companies');
      expect([answer.status, ...limits(answer.headers)]).toEqual([200, '1', '1', '0']);
    }
  });
});

test('an unknown path and a wrong method are answered in the error shape, without a key', async () => {
  const unknown = await call('GET', '/core/nothing');
  expect([unknown.status, errorOf(unknown).message]).toEqual([404, 'Path not found']);
  const wrong = await call('PUT', '/core/companies');
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  errorOf(wrong);
});
