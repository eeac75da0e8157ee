import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeOrganisation } from '../../../db/testing/factories.ts';
import { archiveCompany, renameCompany, restoreCompany } from '../companies/mutations.ts';
import { listAudit } from './data.ts';

await createTestDatabase();

test('lists what was done to a company, newest first, with what changed', async () => {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx, { name: 'Old' });
  const { companyId: other } = await makeCompany(ctx);
  await renameCompany(ctx, { companyId, name: 'New' });
  await renameCompany(ctx, { companyId: other, name: 'Elsewhere' });
  await archiveCompany(ctx, { companyId });
  await restoreCompany(ctx, { companyId });
  const entries = await listAudit(ctx, { companyId, limit: 10 });
  expect(entries.map((entry) => entry.action)).toEqual(['company.restored', 'company.archived', 'company.renamed']);
  expect(entries[2]).toMatchObject({
    actorLabel: 'Robin Operator',
    door: 'console',
    before: { name: 'Old' },
    after: { name: 'New' },
  });
  expect(await listAudit(ctx, { companyId, limit: 1 })).toHaveLength(1);
});

test('shows another organisation nothing', async () => {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx);
  await archiveCompany(ctx, { companyId });
  const stranger = await makeOrganisation();
  expect(await listAudit(stranger.ctx, { companyId, limit: 10 })).toEqual([]);
});
