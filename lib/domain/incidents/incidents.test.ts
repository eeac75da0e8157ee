import { beforeEach, describe, expect, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import type { ConnectionStatus, Integration } from '../../../db/schema/enums.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { type Context, makeContext } from '../../context.ts';
import { archiveCompany } from '../companies/mutations.ts';
import { moveConnection } from '../connections/health.ts';
import { quietMs } from './cause.ts';
import { getIncident, incidentCompanies, listIncidents, needsAttention } from './data.ts';
import { retryTrouble } from './mutations.ts';
import { watchIncidents } from './watch.ts';

await createTestDatabase();

const start = new Date('2026-11-20T15:00:00Z');
let now: Date;
let ctx: Context;

beforeEach(async () => {
  now = start;
  ({ ctx } = await makeOrganisation({ now }));
});

const at = () => makeContext({ ...ctx, now });
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const watch = () => watchIncidents({ now });

async function company(name: string, integration: Integration = 'SANDBOX') {
  const { companyId } = await makeCompany(at(), { name, integration });
  await makeConnection(at(), { companyId }, { integration });
  // Far from due, so that nothing but what a test does is wrong.
  await sqlClient()`update model_configs set due_at = ${new Date('2027-11-20T00:00:00Z')} where company_id = ${companyId}`;
  return companyId;
}

const fails = (companyId: number, failureClass: string, platformCode?: string, to?: ConnectionStatus) =>
  db().transaction((tx) =>
    moveConnection(tx, {
      companyId,
      now,
      to,
      failure: { failureClass, message: 'It failed', evidence: platformCode ? { platformCode } : {} },
    }),
  );
const heals = (companyId: number) =>
  db().transaction((tx) => moveConnection(tx, { companyId, now, to: 'HEALTHY', failure: null }));
const open = async () => (await listIncidents(at(), { state: 'open' })).incidents;

describe('the same trouble at many companies', () => {
  test('is one incident that names them, apart from another platform, another class and another code', async () => {
    const [first, second] = [await company('Alder'), await company('Birch')];
    const tryton = await company('Cedar', 'TRYTON');
    const coded = await company('Damson');
    const down = await company('Elder');
    await fails(first, 'credentials', undefined, 'EXPIRED');
    later(60_000);
    await fails(second, 'credentials', undefined, 'EXPIRED');
    await fails(tryton, 'credentials', undefined, 'EXPIRED');
    await fails(coded, 'credentials', 'locked', 'EXPIRED');
    await fails(down, 'platform-down');
    expect(await watch()).toEqual({ opened: 4, closed: 0 });
    const entries = await needsAttention(at());
    expect(
      entries.map(({ cause, integration, platformCode, count }) => [cause, integration, platformCode, count]),
    ).toEqual(
      expect.arrayContaining([
        ['credentials', 'SANDBOX', '', 2],
        ['credentials', 'TRYTON', '', 1],
        ['credentials', 'SANDBOX', 'locked', 1],
        ['platform-down', 'SANDBOX', '', 1],
      ]),
    );
    expect(entries[0]).toMatchObject({ count: 2, since: start });
    expect(entries[0]?.companies.map(({ name }) => name)).toEqual(['Alder', 'Birch']);
    const incidentId = entries[0]?.incidentId ?? '';
    expect(await getIncident(at(), { incidentId })).toMatchObject({
      openedAt: now,
      closedAt: null,
      current: 2,
      total: 2,
    });
    const { companies } = await incidentCompanies(at(), { incidentId });
    expect(companies.map(({ name, since }) => [name, since])).toEqual([
      ['Alder', start],
      ['Birch', now],
    ]);
  });

  test('is known before the watchdog has seen it, and is not another organisation’s', async () => {
    await fails(await company('Alder'), 'unknown');
    expect(await needsAttention(at())).toMatchObject([{ cause: 'unknown', incidentId: null, count: 1 }]);
    const { ctx: other } = await makeOrganisation({ now });
    expect(await needsAttention(other)).toEqual([]);
    await watch();
    const [mine] = await open();
    await expect(getIncident(other, { incidentId: mine?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listIncidents(other, { state: 'open' })).incidents).toEqual([]);
    expect((await incidentCompanies(other, { incidentId: mine?.id ?? '' })).companies).toEqual([]);
  });

  test('leaves out companies that are archived or disconnected', async () => {
    const [archived, disconnected] = [await company('Alder'), await company('Birch')];
    await fails(archived, 'credentials', undefined, 'EXPIRED');
    await fails(disconnected, 'credentials', undefined, 'DISCONNECTED');
    await archiveCompany(at(), { companyId: archived });
    expect(await needsAttention(at())).toEqual([]);
    expect(await watch()).toEqual({ opened: 0, closed: 0 });
  });
});

describe('an incident', () => {
  test('is opened once, however often and by however many it is looked at', async () => {
    await fails(await company('Alder'), 'credentials', undefined, 'EXPIRED');
    const looks = await Promise.all([watch(), watch(), watch()]);
    expect(looks.reduce((sum, { opened }) => sum + opened, 0)).toBe(1);
    expect(await open()).toHaveLength(1);
  });

  test('lets a company go when it is well, and closes when none has had it for a while', async () => {
    const [first, second] = [await company('Alder'), await company('Birch')];
    await fails(first, 'credentials', undefined, 'EXPIRED');
    await fails(second, 'credentials', undefined, 'EXPIRED');
    await watch();
    later(60_000);
    await heals(first);
    await watch();
    expect(await open()).toMatchObject([{ current: 1, total: 2 }]);
    await heals(second);
    await watch();
    later(quietMs - 1);
    expect(await watch()).toEqual({ opened: 0, closed: 0 });
    expect(await open()).toMatchObject([{ current: 0, total: 2 }]);
    later(1);
    expect(await watch()).toEqual({ opened: 0, closed: 1 });
    expect(await open()).toEqual([]);
    const { incidents } = await listIncidents(at(), { state: 'closed' });
    expect(incidents).toMatchObject([{ closedAt: now, current: 0, total: 2 }]);
    const { companies } = await incidentCompanies(at(), { incidentId: incidents[0]?.id ?? '' });
    expect(companies.every(({ leftAt }) => leftAt !== null)).toBe(true);
  });

  test('that comes back within that while is the same one; after it, a new one', async () => {
    const companyId = await company('Alder');
    await fails(companyId, 'credentials', undefined, 'EXPIRED');
    await watch();
    const [first] = await open();
    await heals(companyId);
    await watch();
    later(quietMs / 2);
    await fails(companyId, 'credentials', undefined, 'EXPIRED');
    expect(await watch()).toEqual({ opened: 0, closed: 0 });
    expect(await open()).toMatchObject([{ id: first?.id, current: 1 }]);
    await heals(companyId);
    await watch();
    later(quietMs);
    await watch();
    await fails(companyId, 'credentials', undefined, 'EXPIRED');
    expect(await watch()).toEqual({ opened: 1, closed: 0 });
    expect((await open())[0]?.id).not.toBe(first?.id);
  });

  test('is followed when a failure turns into another one', async () => {
    const companyId = await company('Alder');
    await fails(companyId, 'platform-down');
    await watch();
    await fails(companyId, 'credentials', undefined, 'EXPIRED');
    await watch();
    expect((await open()).map(({ cause, current }) => [cause, current]).sort()).toEqual([
      ['credentials', 1],
      ['platform-down', 0],
    ]);
  });
});

describe('deletions that a full sync refused', () => {
  test('wait for somebody until they are confirmed or a later full sync has ended', async () => {
    const companyId = await company('Alder');
    const first = await refusedRun(companyId);
    const [entry] = await needsAttention(at());
    expect(entry).toMatchObject({ cause: 'deletions', integration: null, count: 1 });
    expect(entry?.companies).toMatchObject([{ id: companyId, syncId: first }]);
    later(60_000);
    await job(companyId, { fullSync: false, status: 'SUCCESS' });
    expect(await needsAttention(at())).toHaveLength(1);
    later(60_000);
    await job(companyId, { fullSync: true, status: 'SUCCESS' });
    expect(await needsAttention(at())).toEqual([]);
  });

  const refusedRun = (companyId: number) =>
    job(companyId, { fullSync: true, status: 'FAILED', response: { wouldVanish: 60, live: 100 } });

  async function job(
    companyId: number,
    run: { fullSync: boolean; status: string; response?: object },
  ): Promise<string> {
    const sql = sqlClient();
    const [made] = await sql`
      with sync as (
        insert into syncs (id, organisation_id, company_id, integration, job_type, sync_type, config_mode, full_sync, status,
          data_models, requested_by, request_id, created_at, end_time)
        values (gen_random_uuid(), ${ctx.organisationId}, ${companyId}, 'SANDBOX', 'PULL', 'MANUAL', 'DEFAULT',
          ${run.fullSync}, ${run.status}, '{CONTACT}', 'Robin', 'r', ${now}, ${now})
        returning id, organisation_id, company_id
      )
      insert into sync_jobs (id, sync_id, organisation_id, company_id, data_model, job_type, status, position,
        error_response, created_at, end_time)
      select gen_random_uuid(), id, organisation_id, company_id, 'CONTACT', 'PULL', ${run.status}, 0,
        ${run.response ? sql.json({ ...run.response }) : null}, ${now}, ${now} from sync returning sync_id`;
    return made?.sync_id;
  }
});

describe('trying again', () => {
  test('starts a sync at every company that has the trouble and may be synced, and nowhere else', async () => {
    const [first, paused, fine] = [await company('Alder'), await company('Birch'), await company('Cedar')];
    await fails(first, 'platform-down');
    await fails(paused, 'platform-down');
    await sqlClient()`update connections set paused_at = ${now}, paused_by = 'Robin' where company_id = ${paused}`;
    const key = { cause: 'platform-down', integration: 'SANDBOX', platformCode: '' } as const;
    expect(await retryTrouble(at(), key)).toEqual({ started: 1, affected: 2 });
    expect(await retryTrouble(at(), key)).toEqual({ started: 0, affected: 2 });
    const rows = await sqlClient()`select company_id from syncs where organisation_id = ${ctx.organisationId}`;
    expect(rows.map((row) => Number(row.company_id))).toEqual([first]);
    expect(rows.map((row) => Number(row.company_id))).not.toContain(fine);
    const viewer = contextFor(ctx.organisationId, { role: 'viewer', now });
    await expect(retryTrouble(viewer, key)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
