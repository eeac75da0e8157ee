import { beforeEach, expect, it } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { canonicalRecord, startTestRun } from '../../../db/testing/records.ts';
import type { Context } from '../../context.ts';
import { listAudit } from '../audit/data.ts';
import { createInviteLink } from '../invite-links/mutations.ts';
import { storePage } from '../records/mutations.ts';
import { preparedRecord } from '../records/record-hash.ts';
import { countCompanies, getCompany } from './data.ts';
import { eraseLeftovers } from './erasing.ts';
import { archiveCompany, createCompany, deleteCompany } from './mutations.ts';

await createTestDatabase();

let ctx: Context;
beforeEach(async () => {
  ({ ctx } = await makeOrganisation());
  ctx = { ...ctx, actor: { type: 'user', id: ctx.actor.id, label: 'Owner', role: 'owner' } };
});

const queued = (companyId: number) => sqlClient()`
  select payload from graphile_worker._private_jobs where key = ${`erase-company:${companyId}`}`;

it('a company that never connected is gone at once, and its code is free again', async () => {
  const { id } = await createCompany(ctx, { name: 'Gone', companyCode: 'GONE', domain: 'gone.example' });
  await createInviteLink(ctx, { companyId: id, integrationCategory: 'ACCOUNTING' });
  await deleteCompany(ctx, { companyId: id });
  await expect(getCompany(ctx, { companyId: id, includeArchived: true })).rejects.toMatchObject({ code: 'not-found' });
  expect(await countCompanies(ctx, { status: 'all' })).toBe(0);
  await expect(deleteCompany(ctx, { companyId: id })).rejects.toMatchObject({ code: 'not-found' });
  await createCompany(ctx, { name: 'Next', companyCode: 'GONE', domain: 'gone.example' });
});

it('a connected company must be archived first; then its records go in batches and only the audit log stays', async () => {
  const { companyId } = await makeCompany(ctx, { integration: 'SANDBOX' });
  const { companyId: bystander } = await makeCompany(ctx, { integration: 'SANDBOX' });
  await makeConnection(ctx, { companyId });
  for (const of of [companyId, bystander]) {
    const run = await startTestRun(sqlClient(), { organisationId: ctx.organisationId, companyId: of }, 'CONTACT');
    const records = [preparedRecord(canonicalRecord('CONTACT', 'c-1'), {})];
    const page = { model: 'CONTACT', full: false, now: ctx.now, checkpoint: null, rejected: [], records } as const;
    await storePage({ ...run, ...page });
    await sqlClient()`update syncs set status = 'SUCCESS' where company_id = ${of}`;
  }
  await expect(deleteCompany(ctx, { companyId })).rejects.toMatchObject({ code: 'conflict' });
  await archiveCompany(ctx, { companyId });
  await expect(eraseLeftovers({ companyId, now: ctx.now })).rejects.toThrow('is not deleted');
  await deleteCompany(ctx, { companyId });
  expect(await queued(companyId)).toMatchObject([{ payload: { companyId } }]);
  expect(await eraseLeftovers({ companyId, now: ctx.now })).toBeGreaterThan(2);
  expect(await eraseLeftovers({ companyId, now: ctx.now })).toBe(0);
  const left = await sqlClient()`select company_id from record_contacts`;
  expect(left.map((row) => Number(row.company_id))).toEqual([bystander]);
  const [erased, deleted] = await listAudit(ctx, { companyId, limit: 2 });
  expect([erased?.action, deleted?.action]).toEqual(['company.erased', 'company.deleted']);
});

it('is for owners and for tokens that may write', async () => {
  const { companyId } = await makeCompany(ctx);
  const operator: Context = { ...ctx, actor: { type: 'user', id: ctx.actor.id, label: 'Op', role: 'operator' } };
  await expect(deleteCompany(operator, { companyId })).rejects.toMatchObject({ code: 'forbidden' });
});
