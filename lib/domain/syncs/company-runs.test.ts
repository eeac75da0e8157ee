import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { pageSizes } from '../../page-size.ts';
import { archiveCompany } from '../companies/mutations.ts';
import { companyProgress, companyRun, companyRunCount, companyRuns } from './company-runs.ts';
import { cancelSync, startSync } from './mutations.ts';

await createTestDatabase();

const runs = (ctx: Context, companyId: number, query: Record<string, string> = {}) =>
  companyRuns(ctx, { companyId }, new URLSearchParams(query));
const count = (ctx: Context, companyId: number, query: Record<string, string> = {}) =>
  companyRunCount(ctx, { companyId }, new URLSearchParams(query));

async function connected(): Promise<{ ctx: Context; companyId: number }> {
  const { ctx } = await makeOrganisation();
  const company = await makeCompany(ctx, { integration: 'SANDBOX' });
  await makeConnection(ctx, company);
  return { ctx, ...company };
}

/** A run that was started at a minute and cancelled at once. */
async function pastRun({ ctx, companyId }: { ctx: Context; companyId: number }, minute: number): Promise<string> {
  const now = new Date(Date.UTC(2026, 10, 1, 0, minute));
  const then = contextFor(ctx.organisationId, { now });
  const { id } = await startSync(then, { companyId });
  await cancelSync(then, { syncId: id });
  return id;
}

/** As many runs as that one, each a minute before the other; answers all of them, newest first. */
async function olderRuns(syncId: string, count: number): Promise<string[]> {
  const copies = await sqlClient()<{ id: string }[]>`
    insert into syncs
    select (jsonb_populate_record(s, jsonb_build_object(
      'id', gen_random_uuid(), 'created_at', s.created_at - minute * interval '1 minute'))).*
    from syncs s, generate_series(1, ${count}) minute where s.id = ${syncId} order by minute
    returning id`;
  return [syncId, ...copies.map(({ id }) => id)];
}

test('pages through the runs of a company, newest first, and counts them all', async () => {
  const company = await connected();
  const ids = await olderRuns(await pastRun(company, 1), pageSizes[0]);
  const first = await runs(company.ctx, company.companyId);
  expect(first.rows.map((run) => run.id)).toEqual(ids.slice(0, pageSizes[0]));
  expect(await count(company.ctx, company.companyId)).toBe(pageSizes[0] + 1);
  const second = await runs(company.ctx, company.companyId, { after: String(first.next) });
  expect(second).toMatchObject({ rows: [{ id: ids.at(-1), isActive: false, isManual: true }], next: null });
});

test('starts at the first page when the address holds no cursor', async () => {
  const company = await connected();
  const id = await pastRun(company, 1);
  const page = await runs(company.ctx, company.companyId, { after: 'garbage' });
  expect(page.rows.map((run) => run.id)).toEqual([id]);
});

test('lists reads and writes together, or one kind of them, also of an archived company', async () => {
  const company = await connected();
  const [read, write] = [await pastRun(company, 1), await pastRun(company, 2)];
  await sqlClient()`update syncs set job_type = 'PUSH' where id = ${write}`;
  const listed = async (kind?: string) => {
    const query: Record<string, string> = kind ? { kind } : {};
    const page = await runs(company.ctx, company.companyId, query);
    return { ids: page.rows.map((run) => run.id), total: await count(company.ctx, company.companyId, query) };
  };
  expect(await listed()).toEqual({ ids: [write, read], total: 2 });
  expect(await listed('reads')).toEqual({ ids: [read], total: 1 });
  expect(await listed('writes')).toEqual({ ids: [write], total: 1 });
  expect(await listed('garbage')).toEqual({ ids: [write, read], total: 2 });
  await archiveCompany(company.ctx, { companyId: company.companyId });
  expect(await listed('writes')).toEqual({ ids: [write], total: 1 });
});

test('still lists the runs of an archived company', async () => {
  const company = await connected();
  const id = await pastRun(company, 1);
  await archiveCompany(company.ctx, { companyId: company.companyId });
  const page = await runs(company.ctx, company.companyId);
  expect(page).toMatchObject({ rows: [{ id }], next: null });
});

test('finds a run under its own company only', async () => {
  const company = await connected();
  const syncId = await pastRun(company, 1);
  const sibling = await makeCompany(company.ctx);
  const stranger = await connected();
  expect((await companyRun(company.ctx, { companyId: company.companyId, syncId })).jobs).toHaveLength(5);
  await expect(companyRun(company.ctx, { ...sibling, syncId })).rejects.toMatchObject({ code: 'not-found' });
  await expect(companyRun(stranger.ctx, { companyId: company.companyId, syncId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(runs(stranger.ctx, company.companyId)).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('shows with a run the records that it kept aside, not those of another', async () => {
  const company = await connected();
  const [before, syncId] = [await pastRun(company, 1), await pastRun(company, 2)];
  const sql = sqlClient();
  for (const [id, record] of [
    [before, 'con_1'],
    [syncId, 'con_2'],
  ] as const) {
    await sql`update sync_jobs set records_failed = 1 where sync_id = ${id} and data_model = 'CONTACT'`;
    await sql`
      insert into rejected_records (
        company_id, organisation_id, data_model, platform_id, sync_id, reason, field, created_at
      ) values (
        ${company.companyId}, ${company.ctx.organisationId}, 'CONTACT', ${record}, ${id}, 'name is missing', 'name', now()
      )`;
  }
  const run = await companyRun(company.ctx, { companyId: company.companyId, syncId });
  expect(run.records.failed).toBe(1);
  expect(run.rejected).toMatchObject([{ platformId: 'con_2', reason: 'name is missing', field: 'name' }]);
});

test('tells how the newest run stands, and nothing before the first', async () => {
  const company = await connected();
  expect(await companyProgress(company.ctx, { companyId: company.companyId })).toBeNull();
  await pastRun(company, 1);
  const { id } = await startSync(company.ctx, { companyId: company.companyId, dataModels: [{ dataModel: 'CONTACT' }] });
  expect(await companyProgress(company.ctx, { companyId: company.companyId })).toEqual({
    syncId: id,
    status: 'QUEUED',
    isActive: true,
    isFirst: false,
    resumeAt: null,
    failureMessage: null,
    recordsRead: 0,
    recordsFailed: 0,
    jobs: [{ dataModel: 'CONTACT', status: 'CREATED', recordsRead: 0 }],
  });
});
