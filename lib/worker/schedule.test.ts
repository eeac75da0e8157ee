import { expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../db/testing/factories.ts';
import { sandboxDefinition } from '../connectors/sandbox/definition.ts';
import { archiveCompany } from '../domain/companies/mutations.ts';
import { updateModelConfigs } from '../domain/sync-config/mutations.ts';
import { getSync } from '../domain/syncs/data.ts';
import { scheduleDue } from './schedule.ts';

await createTestDatabase();

const now = new Date('2026-03-02T10:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

/** A connected company whose models were read before and are due at given minutes from now; null: never. */
async function companyDue(
  due: Partial<Record<string, number | null>>,
  options: Parameters<typeof makeConnection>[2] = {},
) {
  const { ctx } = await makeOrganisation({ now });
  const company = await makeCompany(ctx, { integration: 'SANDBOX' });
  await makeConnection(ctx, company, options);
  const sql = sqlClient();
  for (const { model } of sandboxDefinition.models) {
    await sql`
      insert into model_configs (company_id, organisation_id, data_model, last_synced_at, updated_at)
      values (${company.companyId}, ${ctx.organisationId}, ${model}, ${minutes(-60)}, ${now})
      on conflict (company_id, data_model) do update set due_at = null, last_synced_at = excluded.last_synced_at`;
  }
  for (const [model, minute] of Object.entries(due)) {
    await sql`
      update model_configs set due_at = ${minute == null ? null : minutes(minute)}
      where company_id = ${company.companyId} and data_model = ${model}`;
  }
  return { ctx, ...company };
}

test('one sync takes all models of a company that are due, and those due very soon', async () => {
  const { ctx } = await companyDue({ CONTACT: -3, INVOICE: 4, ACCOUNT: 60 });
  const { queued } = await scheduleDue({ now });
  expect(queued).toHaveLength(1);
  const sync = await getSync(ctx, { syncId: queued[0] ?? '' });
  expect(sync).toMatchObject({
    status: 'QUEUED',
    syncType: 'AUTO_SYNC',
    configMode: 'DEFAULT',
    fullSync: false,
    dataModels: ['CONTACT', 'INVOICE'],
    createdAt: now,
    requestedBy: 'Schedule',
  });
  const [entry] = await sqlClient()`select 1 as there from graphile_worker.jobs where key = ${`sync:${sync.id}`}`;
  expect(entry?.there).toBe(1);
  expect(await scheduleDue({ now })).toEqual({ queued: [] });
});

test('a company is left alone while nothing is due, or while its connection is not healthy', async () => {
  await companyDue({ CONTACT: 1 });
  await companyDue({ CONTACT: -1 }, { status: 'EXPIRED' });
  await companyDue({ CONTACT: -1 }, { status: 'PENDING' });
  await companyDue({ CONTACT: -1 }, { status: 'DISCONNECTED' });
  const archived = await companyDue({ CONTACT: -1 });
  await archiveCompany(archived.ctx, archived);
  expect(await scheduleDue({ now })).toEqual({ queued: [] });
});

test('two schedulers at once queue one sync a company', async () => {
  const made = [];
  for (let i = 0; i < 12; i++) made.push(await companyDue({ CONTACT: -1, INVOICE: -1 }));
  const looks = await Promise.all([scheduleDue({ now }), scheduleDue({ now }), scheduleDue({ now })]);
  expect(looks.flatMap((look) => look.queued)).toHaveLength(made.length);
  const rows = await sqlClient()`
    select company_id, count(*)::int as syncs from syncs
    where company_id = any(${made.map((one) => one.companyId)}) group by company_id`;
  expect(rows.map((row) => row.syncs)).toEqual(made.map(() => 1));
});

test('a model that was switched off is not taken, and its stale due time is cleared', async () => {
  const { ctx, companyId } = await companyDue({ CONTACT: -1, INVOICE: -1 });
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'INVOICE', enabled: false }] });
  await sqlClient()`
    update model_configs set due_at = ${minutes(-1)} where company_id = ${companyId} and data_model = 'INVOICE'`;
  const { queued } = await scheduleDue({ now });
  expect(await getSync(ctx, { syncId: queued[0] ?? '' })).toMatchObject({ dataModels: ['CONTACT'] });
  const [row] = await sqlClient()`
    select due_at from model_configs where company_id = ${companyId} and data_model = 'INVOICE'`;
  expect(row?.due_at).toBeNull();
});

test('a model that the platform has only since an update goes along with the next that is due, if it is on', async () => {
  const { ctx, companyId } = await companyDue({ CONTACT: -1 });
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'ACCOUNT', enabled: false }] });
  await sqlClient()`delete from model_configs where company_id = ${companyId} and data_model = 'INVOICE'`;
  await sqlClient()`
    update model_configs set last_synced_at = null, due_at = null
    where company_id = ${companyId} and data_model = 'ACCOUNT'`;
  const { queued } = await scheduleDue({ now });
  expect(await getSync(ctx, { syncId: queued[0] ?? '' })).toMatchObject({ dataModels: ['CONTACT', 'INVOICE'] });
});

test('a model that was just switched on and never read is due at once', async () => {
  const { ctx, companyId } = await companyDue({});
  await sqlClient()`
    update model_configs set last_synced_at = null where company_id = ${companyId} and data_model = 'INVOICE'`;
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'INVOICE', enabled: false }] });
  await updateModelConfigs(ctx, { companyId, configs: [{ dataModel: 'INVOICE', enabled: true }] });
  const { queued } = await scheduleDue({ now });
  expect(await getSync(ctx, { syncId: queued[0] ?? '' })).toMatchObject({ dataModels: ['INVOICE'] });
});
