import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '../../../db/client.ts';
import { connections } from '../../../db/schema/connections.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { createApiKey, revokeApiKey, rotateApiKey } from '../api-keys/mutations.ts';
import { keyRotation } from './data.ts';

await createTestDatabase();

const made = new Date('2026-03-01T09:00:00Z');
const now = new Date('2026-03-11T09:00:00Z');

test('keys in use are counted, with the oldest and those that have a successor', async () => {
  const { organisationId } = await makeOrganisation({ now: made });
  const [before, today] = [made, now].map((at) => contextFor(organisationId, { role: 'admin', now: at }));
  if (!before || !today) throw new Error('unreachable');
  const old = await createApiKey(before, { name: 'old' });
  const gone = await createApiKey(before, { name: 'gone' });
  await createApiKey(before, { name: 'over', expiresAt: new Date('2026-03-05T09:00:00Z') });
  await revokeApiKey(today, { apiKeyId: gone.id });
  await rotateApiKey(today, { apiKeyId: old.id, overlapDays: 7 });
  expect(await keyRotation(today)).toMatchObject({
    apiKeys: { count: 2, oldest: made, replaced: 1 },
    accessTokens: { count: 0, oldest: null, replaced: 0 },
    webhooks: { count: 0, oldest: null },
  });
});

test('secrets that the installation can no longer open are told apart, of this organisation alone', async () => {
  const [north, south] = [await makeOrganisation(), await makeOrganisation()];
  for (const { ctx } of [north, north, south]) await makeConnection(ctx, await makeCompany(ctx));
  const [one] = await db().select().from(connections).where(eq(connections.organisationId, north.organisationId));
  await db()
    .update(connections)
    .set({ credentialsKeyId: 'v1-another' })
    .where(eq(connections.companyId, one?.companyId ?? 0));
  const sealing = async (organisationId: number) =>
    (await keyRotation(contextFor(organisationId, { role: 'owner' }))).sealing;
  expect(await sealing(north.organisationId)).toMatchObject({ opens: 1, foreign: 1 });
  expect(await sealing(south.organisationId)).toMatchObject({ opens: 1, foreign: 0 });
  await expect(keyRotation(contextFor(north.organisationId))).rejects.toMatchObject({ code: 'forbidden' });
});
