import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeCompany, makeOrganisation } from '../../db/testing/factories.ts';
import { type Context, makeContext } from '../context.ts';
import { listApiKeys } from '../domain/api-keys/data.ts';
import { createApiKey, revokeApiKey } from '../domain/api-keys/mutations.ts';
import { authenticateApiKey } from './api-key-gate.ts';

await createTestDatabase();

const now = new Date('2026-11-21T10:00:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const asked = (at = now) => ({ requestId: 'r-1', now: at, door: 'core-v4' });
let ctx: Context;

beforeEach(async () => {
  const organisation = await makeOrganisation({ now });
  ctx = makeContext({ ...organisation.ctx, actor: { type: 'system', id: 'test', label: 'Test' } });
});

test('a key makes the context of its organisation', async () => {
  const made = await createApiKey(ctx, { name: 'Back end' });
  expect(await authenticateApiKey(made.key, asked())).toEqual({
    organisationId: ctx.organisationId,
    actor: { type: 'api-key', id: made.id, label: 'Back end', readOnly: false },
    reach: { kind: 'organisation' },
    requestId: 'r-1',
    now,
    door: 'core-v4',
  });
  const { key } = await createApiKey(ctx, { name: 'Reports', readOnly: true });
  expect(await authenticateApiKey(key, asked())).toMatchObject({ actor: { readOnly: true } });
});

test('a key with a list reaches those companies alone', async () => {
  const { companyId } = await makeCompany(ctx);
  const { key } = await createApiKey(ctx, { name: 'One customer', companyIds: [companyId] });
  expect((await authenticateApiKey(key, asked())).reach).toEqual({ kind: 'companies', companyIds: [companyId] });
});

describe('refused with its reason', () => {
  test.each([
    ['no key', null, 'An API key is required in the header api_key'],
    ['an empty one', '', 'An API key is required in the header api_key'],
    ['a malformed one', 'll_short', 'The API key is not valid'],
    ['one of another kind', `lc_${'a'.repeat(43)}`, 'The API key is not valid'],
    ['an unknown one', `ll_${'a'.repeat(43)}`, 'The API key is not valid'],
  ])('%s', async (_what, key, message) => {
    await expect(authenticateApiKey(key, asked())).rejects.toMatchObject({ code: 'unauthenticated', message });
  });

  test('one that has expired, to the millisecond', async () => {
    const { key } = await createApiKey(ctx, { name: 'Short', expiresAt: later(60) });
    await expect(authenticateApiKey(key, asked(later(59.999)))).resolves.toBeTruthy();
    const late = authenticateApiKey(key, asked(later(60)));
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated', message: 'The API key has expired' });
  });

  test('one that is revoked, from the next request on', async () => {
    const { id, key } = await createApiKey(ctx, { name: 'Gone' });
    await authenticateApiKey(key, asked());
    await revokeApiKey(ctx, { apiKeyId: id });
    const late = authenticateApiKey(key, asked());
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated', message: 'The API key is revoked' });
  });
});

test('the last use is noted at most once a minute', async () => {
  const { id, key } = await createApiKey(ctx, { name: 'Used' });
  const lastUsed = async () => {
    const [row] = await sqlClient()`select last_used_at from api_keys where id = ${id}`;
    return row?.last_used_at as Date | null;
  };
  await authenticateApiKey(key, asked());
  await expect.poll(lastUsed).toEqual(now);
  await authenticateApiKey(key, asked(later(59)));
  await authenticateApiKey(key, asked(later(60)));
  await expect.poll(lastUsed).toEqual(later(60));
  expect((await listApiKeys(ctx))[0]?.lastUsedAt).toEqual(later(60));
});
