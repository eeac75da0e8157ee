import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor } from '../../../db/testing/factories.ts';
import { makeBooks, ownSandbox } from '../../worker/testing/books.ts';
import { callUse } from './data.ts';
import { platformLimits } from './platform-limits.ts';

await createTestDatabase();
const sandbox = await ownSandbox();

const limitedTo = (calls: number, seconds: number) => ({
  rateLimit: { perConnection: [{ calls, seconds }], perApp: [], concurrency: 2 },
});

test('the calls of a sync are counted against the platform’s windows, and what is left is said', async () => {
  const books = await makeBooks(sandbox);
  await books.sync();
  const [made] = await sqlClient()`
    select count(*)::int as calls from platform_calls where company_id = ${books.companyId}`;
  const { companyId } = books;
  const ctx = contextFor(books.ctx.organisationId, { now: new Date() });
  expect(made?.calls).toBeGreaterThan(5);
  expect(await callUse(ctx, { companyId, definition: limitedTo(100, 60) })).toEqual([
    { calls: 100, seconds: 60, used: made?.calls, left: 100 - made?.calls },
  ]);
  expect(await callUse(ctx, { companyId, definition: limitedTo(2, 60) })).toMatchObject([{ left: 0 }]);
  const later = contextFor(ctx.organisationId, { now: new Date(Date.now() + 120_000) });
  expect(await callUse(later, { companyId, definition: limitedTo(100, 60) })).toMatchObject([{ used: 0, left: 100 }]);
});

test('a platform without limits shows the calls of the last hour, and another tenant’s are not counted', async () => {
  const books = await makeBooks(sandbox);
  await books.sync();
  const { companyId } = books;
  const definition = { rateLimit: { perConnection: [], perApp: [], concurrency: 2 } };
  const ctx = contextFor(books.ctx.organisationId, { now: new Date() });
  expect(await callUse(ctx, { companyId, definition })).toMatchObject([{ seconds: 3600, left: null }]);
  const stranger = contextFor(ctx.organisationId + 1, { now: new Date() });
  expect(await callUse(stranger, { companyId, definition })).toMatchObject([{ used: 0 }]);
});

test('every connection has buckets of its own, and all of a platform share those of the installation', () => {
  const definition = {
    integration: 'XERO' as const,
    name: 'Xero',
    rateLimit: {
      perConnection: [{ calls: 60, seconds: 60 }],
      perApp: [{ calls: 10_000, seconds: 60 }],
      concurrency: 5,
    },
  };
  const namesOf = (companyId: number) =>
    platformLimits({ companyId, organisationId: 1 }, definition).buckets.map(({ name }) => name);
  expect(namesOf(1)).toEqual(['connection:1:60/60s', 'app:XERO:10000/60s']);
  expect(namesOf(2)).toEqual(['connection:2:60/60s', 'app:XERO:10000/60s']);
});
