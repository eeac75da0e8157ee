import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import { getOrganisation } from './data.ts';
import { updateOrganisation } from './mutations.ts';

await createTestDatabase();

test('an organisation has another name and time zone from then on, and its log says which it had', async () => {
  const { organisationId } = await makeOrganisation({ name: 'Northwind' });
  const admin = contextFor(organisationId, { role: 'admin' });
  const changed = { name: 'Northwind Advisory', timeZone: 'Europe/Vienna' };
  await updateOrganisation(admin, { ...changed, name: ` ${changed.name} ` });
  await updateOrganisation(admin, changed);
  expect(await getOrganisation(admin)).toMatchObject(changed);
  const entries = await db().select().from(auditLog).where(eq(auditLog.action, 'organisation.changed'));
  expect(entries).toMatchObject([{ organisationId, before: { name: 'Northwind', timeZone: 'UTC' }, after: changed }]);
});

test('a name that is empty and a zone that does not exist are refused by their fields', async () => {
  const { organisationId } = await makeOrganisation();
  const admin = contextFor(organisationId, { role: 'admin' });
  await expect(updateOrganisation(admin, { name: ' ', timeZone: 'Mars/Olympus' })).rejects.toMatchObject({
    details: { issues: [{ path: 'name' }, { path: 'timeZone' }] },
  });
  await expect(updateOrganisation(contextFor(organisationId), { name: 'Mine', timeZone: 'UTC' })).rejects.toMatchObject(
    { code: 'forbidden' },
  );
});
