import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { roles } from '../../../db/schema/enums.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { hashToken } from '../../crypto/tokens.ts';
import { listApiKeys } from './data.ts';
import { createApiKey, revokeApiKey } from './mutations.ts';

await createTestDatabase();

let admin: Context;
beforeEach(async () => {
  const { organisationId } = await makeOrganisation();
  admin = contextFor(organisationId, { role: 'admin' });
});

const audit = () => sqlClient()`
  select action, subject_id, before, after from audit_log
  where organisation_id = ${admin.organisationId} and action like 'api-key.%' order by id`;

describe('a new key', () => {
  test('is given back once and kept as its hash', async () => {
    const made = await createApiKey(admin, { name: '  Back end ', readOnly: true });
    expect(made.key).toMatch(/^ll_[\w-]{43}$/);
    expect(made.organisationId).toBe(admin.organisationId);
    const [row] = await sqlClient()`select * from api_keys where id = ${made.id}`;
    expect(row).toMatchObject({
      name: 'Back end',
      prefix: made.key.slice(0, 11),
      hash: hashToken(made.key),
      read_only: true,
      revoked_at: null,
    });
    expect(JSON.stringify(row)).not.toContain(made.key);
    expect(JSON.stringify(await audit())).not.toContain(made.key);
    expect(await audit()).toMatchObject([
      { action: 'api-key.created', subject_id: made.id, after: { name: 'Back end', readOnly: true } },
    ]);
  });

  test.each([
    [{ name: '  ' }, 'name: must not be empty'],
    [{ name: 'a'.repeat(101) }, 'name: must have at most 100 characters'],
    [{ name: 'Late', expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt: must lie in the future'],
  ])('is refused for %j', async (input, message) => {
    await expect(createApiKey(admin, input)).rejects.toMatchObject({ code: 'invalid', message });
    expect(await listApiKeys(admin)).toEqual([]);
  });
});

describe('the list', () => {
  test('shows where each key stands and no more of it than its beginning', async () => {
    const old = await createApiKey({ ...admin, now: new Date('2026-01-01') }, { name: 'Old', expiresAt: '2026-02-01' });
    const gone = await createApiKey(admin, { name: 'Gone' });
    const live = await createApiKey({ ...admin, now: new Date(admin.now.getTime() + 1) }, { name: 'Live' });
    await revokeApiKey(admin, { apiKeyId: gone.id });
    const list = await listApiKeys(admin);
    expect(list.map((key) => [key.id, key.status])).toEqual([
      [live.id, 'ACTIVE'],
      [gone.id, 'REVOKED'],
      [old.id, 'EXPIRED'],
    ]);
    expect(JSON.stringify(list)).not.toContain(live.key);
  });
});

describe('revoking', () => {
  test('is noted once, also when it is asked for twice', async () => {
    const { id } = await createApiKey(admin, { name: 'Gone' });
    await revokeApiKey(admin, { apiKeyId: id });
    await revokeApiKey(admin, { apiKeyId: id });
    expect((await audit()).map((row) => row.action)).toEqual(['api-key.created', 'api-key.revoked']);
  });

  test("does not find another organisation's key", async () => {
    const { id } = await createApiKey(admin, { name: 'Ours' });
    const { organisationId } = await makeOrganisation({ name: 'Elsewhere' });
    const stranger = contextFor(organisationId, { role: 'owner' });
    await expect(revokeApiKey(stranger, { apiKeyId: id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(revokeApiKey(admin, { apiKeyId: randomUUID() })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listApiKeys(stranger)).toEqual([]);
  });
});

test.each(roles)('who is %s makes, lists and revokes keys only as an admin or owner', async (role) => {
  const { id } = await createApiKey(admin, { name: 'There' });
  const ctx = contextFor(admin.organisationId, { role });
  const work = [createApiKey(ctx, { name: 'New' }), listApiKeys(ctx), revokeApiKey(ctx, { apiKeyId: id })];
  const outcomes = (await Promise.allSettled(work)).map((one) => one.status);
  const mayDo = role === 'admin' || role === 'owner';
  expect(new Set(outcomes)).toEqual(new Set([mayDo ? 'fulfilled' : 'rejected']));
});
