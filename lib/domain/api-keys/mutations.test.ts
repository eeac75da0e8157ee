import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { roles } from '../../../db/schema/enums.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { hashToken } from '../../crypto/tokens.ts';
import { listApiKeys } from './data.ts';
import { createApiKey, revokeApiKey, rotateApiKey } from './mutations.ts';

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

describe('a key for some companies', () => {
  test('is listed with their names', async () => {
    const { companyId } = await makeCompany(admin, { name: 'Mossbank' });
    await makeCompany(admin, { name: 'Another' });
    await createApiKey(admin, { name: 'Only one', companyIds: [companyId] });
    expect(await listApiKeys(admin)).toMatchObject([{ companies: [{ id: companyId, name: 'Mossbank' }] }]);
  });

  test("is refused for a company that is another organisation's, or for none at all", async () => {
    const { companyId } = await makeCompany(admin);
    const elsewhere = await makeOrganisation({ name: 'Elsewhere' });
    const { companyId: foreign } = await makeCompany(elsewhere.ctx);
    await expect(createApiKey(admin, { name: 'x', companyIds: [companyId, foreign] })).rejects.toMatchObject({
      code: 'invalid',
      details: { issues: [{ path: 'companyIds.1', message: `there is no company ${foreign}` }] },
    });
    await expect(createApiKey(admin, { name: 'x', companyIds: [] })).rejects.toMatchObject({ code: 'invalid' });
    expect(await listApiKeys(admin)).toEqual([]);
  });
});

describe('rotating', () => {
  const dayMs = 86_400_000;
  const later = (days: number): Context => ({ ...admin, now: new Date(admin.now.getTime() + days * dayMs) });

  test('makes a key with the same name and rights, and both work for a week', async () => {
    const { companyId } = await makeCompany(admin, { name: 'Mossbank' });
    const old = await createApiKey(admin, { name: 'Importer', readOnly: true, companyIds: [companyId] });
    const made = await rotateApiKey(later(1), { apiKeyId: old.id });
    expect(made.key).not.toBe(old.key);
    expect(made.oldKeyExpiresAt).toEqual(later(8).now);
    const rights = { name: 'Importer', readOnly: true, companies: [{ id: companyId, name: 'Mossbank' }] };
    expect(await listApiKeys(later(7))).toMatchObject([
      { ...rights, id: made.id, status: 'ACTIVE', expiresAt: null, replaces: { id: old.id }, replacedBy: null },
      { ...rights, id: old.id, status: 'ACTIVE', expiresAt: later(8).now, replaces: null, replacedBy: { id: made.id } },
    ]);
    expect((await listApiKeys(later(8))).map((key) => key.status)).toEqual(['ACTIVE', 'EXPIRED']);
    expect((await audit()).map((row) => [row.action, row.subject_id])).toEqual([
      ['api-key.created', old.id],
      ['api-key.created', made.id],
      ['api-key.rotated', old.id],
    ]);
  });

  test('keeps the lifetime of a key that ends, and never lets the old one live longer', async () => {
    const old = await createApiKey(admin, { name: 'Short', expiresAt: later(30).now });
    const made = await rotateApiKey(later(28), { apiKeyId: old.id });
    expect(made.oldKeyExpiresAt).toEqual(later(30).now);
    expect((await listApiKeys(later(28))).map((key) => key.expiresAt)).toEqual([later(58).now, later(30).now]);
  });

  test('can end the old one at once', async () => {
    const old = await createApiKey(admin, { name: 'Leaked' });
    await rotateApiKey(later(1), { apiKeyId: old.id, overlapDays: 0 });
    expect((await listApiKeys(later(1))).map((key) => key.status)).toEqual(['ACTIVE', 'EXPIRED']);
  });

  test('happens once at a time, and again when the successor was revoked', async () => {
    const old = await createApiKey(admin, { name: 'Twice' });
    const both = await Promise.allSettled([
      rotateApiKey(admin, { apiKeyId: old.id }),
      rotateApiKey(admin, { apiKeyId: old.id }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    const successor = (await listApiKeys(admin)).find((key) => key.replaces);
    await revokeApiKey(admin, { apiKeyId: successor?.id ?? '' });
    await expect(rotateApiKey(later(1), { apiKeyId: old.id })).resolves.toBeDefined();
  });

  test('is refused for a key that is revoked, expired or not ours', async () => {
    const gone = await createApiKey(admin, { name: 'Gone' });
    await revokeApiKey(admin, { apiKeyId: gone.id });
    const ended = await createApiKey(admin, { name: 'Ended', expiresAt: later(1).now });
    await expect(rotateApiKey(admin, { apiKeyId: gone.id })).rejects.toMatchObject({ code: 'conflict' });
    await expect(rotateApiKey(later(1), { apiKeyId: ended.id })).rejects.toMatchObject({ code: 'conflict' });
    const { organisationId } = await makeOrganisation({ name: 'Elsewhere' });
    const stranger = contextFor(organisationId, { role: 'owner' });
    await expect(rotateApiKey(stranger, { apiKeyId: ended.id })).rejects.toMatchObject({ code: 'not-found' });
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

test.each(roles)('who is %s makes, lists, rotates and revokes keys only as an admin or owner', async (role) => {
  const { id } = await createApiKey(admin, { name: 'There' });
  const rotated = await createApiKey(admin, { name: 'Rotated' });
  const ctx = contextFor(admin.organisationId, { role });
  const work = [
    createApiKey(ctx, { name: 'New' }),
    listApiKeys(ctx),
    rotateApiKey(ctx, { apiKeyId: rotated.id }),
    revokeApiKey(ctx, { apiKeyId: id }),
  ];
  const outcomes = (await Promise.allSettled(work)).map((one) => one.status);
  const mayDo = role === 'admin' || role === 'owner';
  expect(new Set(outcomes)).toEqual(new Set([mayDo ? 'fulfilled' : 'rejected']));
});
