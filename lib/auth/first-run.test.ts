import { expect, test } from 'vitest';
import { db, sqlClient } from '../../db/client.ts';
import { installation } from '../../db/schema/installation.ts';
import { members, users } from '../../db/schema/members.ts';
import { organisations } from '../../db/schema/organisations.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeFirstRunCode } from '../../scripts/start/first-run-code.ts';
import { setUpInstallation } from '../domain/organisations/mutations.ts';
import { setUpInput } from '../domain/organisations/schema.ts';
import { isFirstRun, openFirstRun } from './first-run.ts';

await createTestDatabase();

const now = new Date('2026-03-01T09:00:00Z');
const typed = {
  organisationName: 'Northwind',
  timeZone: 'Europe/Vienna',
  name: 'Ada',
  email: 'Ada@books.example',
  password: 'correct horse battery',
};

// In the order of an installation's life.
test('a new installation has a code, kept as a hash; the next start has another and the first one ends', async () => {
  expect(await isFirstRun()).toBe(true);
  const first = await makeFirstRunCode(sqlClient());
  const second = await makeFirstRunCode(sqlClient());
  expect(await openFirstRun(first ?? '', now)).toBeNull();
  expect(JSON.stringify(await db().select().from(installation))).not.toContain(second);
  expect(await openFirstRun('', now)).toBeNull();
});

test('of several who set up at once one succeeds, however the code was typed; then set-up is over', async () => {
  const code = (await makeFirstRunCode(sqlClient())) ?? '';
  const founder = await openFirstRun(` ${code.toLowerCase().replaceAll('-', ' ')}`, now);
  if (!founder) throw new Error('The code was refused');
  const outcomes = await Promise.allSettled(
    [1, 2, 3].map((n) =>
      setUpInstallation(founder, setUpInput.parse({ ...typed, code, email: `ada${n}@books.example` })),
    ),
  );
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' });
  }
  expect(await db().select().from(users)).toHaveLength(1);
  expect(await db().select().from(organisations)).toMatchObject([{ name: 'Northwind', timeZone: 'Europe/Vienna' }]);
  expect(await db().select({ role: members.role }).from(members)).toEqual([{ role: 'owner' }]);

  expect(await isFirstRun()).toBe(false);
  expect(await openFirstRun(code, now)).toBeNull();
  expect(await makeFirstRunCode(sqlClient())).toBeUndefined();
  expect(await db().select().from(installation)).toEqual([]);
});
