import { beforeEach, describe, expect, it, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { bulkActionJob } from '../../worker/jobs/bulk-action.ts';
import { listAudit } from '../audit/data.ts';
import { getCompany, listCompanies } from '../companies/data.ts';
import { archiveCompany, updateCompany } from '../companies/mutations.ts';
import { pauseCompany } from '../pauses/mutations.ts';
import { startSync } from '../syncs/mutations.ts';
import { bulkRowPage, getBulkAction, listBulkActions, runningBulkActions } from './data.ts';
import { cancelBulkAction, startBulkAction, undoBulkAction } from './mutations.ts';
import { previewBulkAction } from './preview.ts';
import type { BulkActionInput } from './schema.ts';
import { claimBulkAction, doRow, requeueLostBulkActions, waitingRows } from './working-off.ts';

await createTestDatabase();

const now = new Date('2026-03-02T10:00:00Z');
const everything = { query: '' };
const goesOn = new AbortController().signal;

let ctx: Context;
beforeEach(async () => {
  ({ ctx } = await makeOrganisation({ now }));
});

const company = async (name: string) => (await makeCompany(ctx, { name, integration: 'SANDBOX' })).companyId;
async function connected(name: string): Promise<number> {
  const companyId = await company(name);
  await makeConnection(ctx, { companyId });
  return companyId;
}
/** Starts an action and works it off. */
async function run(input: BulkActionInput): Promise<string> {
  const { id } = await startBulkAction(ctx, input);
  await bulkActionJob({ bulkActionId: id }, goesOn);
  return id;
}
const results = async (bulkActionId: string) =>
  (await bulkRowPage(ctx, bulkActionId, new URLSearchParams())).rows.map(({ companyName, status, message }) =>
    [companyName, status, message].filter(Boolean).join(': '),
  );
const state = (companyId: number) => getCompany(ctx, { companyId, includeArchived: true });
const undo = async (bulkActionId: string): Promise<string> => {
  const { id } = await undoBulkAction(ctx, { bulkActionId });
  await bulkActionJob({ bulkActionId: id }, goesOn);
  return id;
};

describe('archiving many companies', () => {
  it('is counted first, does what was counted, and says what came of each', async () => {
    const idle = await connected('Idle');
    await startSync(ctx, { companyId: await connected('Reading') });
    const put = await company('Put away');
    await archiveCompany(ctx, { companyId: put });
    const wanted = { kind: 'ARCHIVE', selection: { query: 'status=all' } } as const;
    expect(await previewBulkAction(ctx, wanted)).toEqual({
      total: 3,
      isTooMany: false,
      counts: { WILL: 1, BUSY: 1, ARCHIVED: 1 },
    });
    expect((await state(idle)).archivedAt).toBeNull();

    const id = await run(wanted);
    expect((await state(idle)).archivedAt).not.toBeNull();
    expect(await results(id)).toEqual([
      'Idle: DONE',
      'Reading: FAILED: A sync is running; wait for it to end or cancel it',
      'Put away: SKIPPED: It is archived already',
    ]);
    expect(await getBulkAction(ctx, { bulkActionId: id })).toMatchObject({
      status: 'DONE',
      total: 3,
      done: 1,
      skipped: 1,
      failed: 1,
      requestedBy: 'Robin Operator',
      canUndo: true,
    });
  });

  it('is taken back for those that it archived and no others', async () => {
    const idle = await connected('Idle');
    const put = await company('Put away');
    await archiveCompany(ctx, { companyId: put });
    const id = await run({ kind: 'ARCHIVE', selection: { ids: [idle, put] } });
    const undoId = await undo(id);
    expect((await state(idle)).archivedAt).toBeNull();
    expect((await state(put)).archivedAt).not.toBeNull();
    expect(await getBulkAction(ctx, { bulkActionId: id })).toMatchObject({ undoneBy: undoId, canUndo: false });
    await expect(undoBulkAction(ctx, { bulkActionId: id })).rejects.toMatchObject({ code: 'conflict' });
    await expect(undoBulkAction(ctx, { bulkActionId: undoId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('leaves an audit row a company, by who asked for it, and one for the whole', async () => {
    const companyId = await connected('Idle');
    await run({ kind: 'ARCHIVE', selection: { ids: [companyId] } });
    const [entry] = await listAudit(ctx, { companyId, limit: 1 });
    expect(entry).toMatchObject({ action: 'company.archived', actorLabel: 'Robin Operator', door: 'console' });
  });
});

describe('what is chosen', () => {
  it('is what matched when the action was begun, not what matches later', async () => {
    await company('Acme North');
    await company('Other');
    const { id } = await startBulkAction(ctx, { kind: 'TAG', selection: { query: 'q=acme' }, tags: ['vip'] });
    const late = await company('Acme South');
    await bulkActionJob({ bulkActionId: id }, goesOn);
    expect(await results(id)).toEqual(['Acme North: DONE']);
    expect((await state(late)).tagList).toEqual([]);
  });

  it("is never another organisation's", async () => {
    const companyId = await company('Ours');
    const stranger = await makeOrganisation({ now });
    const wanted: BulkActionInput = { kind: 'ARCHIVE', selection: { ids: [companyId] } };
    expect((await previewBulkAction(stranger.ctx, wanted)).total).toBe(0);
    await expect(startBulkAction(stranger.ctx, wanted)).rejects.toMatchObject({ code: 'invalid' });
    const { id } = await startBulkAction(ctx, wanted);
    await expect(getBulkAction(stranger.ctx, { bulkActionId: id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(cancelBulkAction(stranger.ctx, { bulkActionId: id })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listBulkActions(stranger.ctx)).toEqual([]);
  });
});

describe('tags', () => {
  it('are added to what a company has, and only new ones are taken away again', async () => {
    const [bare, tagged] = [await company('Bare'), await company('Tagged')];
    await updateCompany(ctx, { companyId: tagged, changes: { tagList: ['Vip'] } });
    const id = await run({ kind: 'TAG', selection: everything, tags: ['vip', 'North'] });
    expect((await state(bare)).tagList).toEqual(['vip', 'North']);
    expect((await state(tagged)).tagList).toEqual(['Vip', 'North']);
    await undo(id);
    expect((await state(bare)).tagList).toEqual([]);
    expect((await state(tagged)).tagList).toEqual(['Vip']);
  });

  it('are removed whatever their case, and come back as they were spelled', async () => {
    const companyId = await company('Tagged');
    await updateCompany(ctx, { companyId, changes: { tagList: ['Vip', 'North'] } });
    const id = await run({ kind: 'UNTAG', selection: everything, tags: ['VIP'] });
    expect((await state(companyId)).tagList).toEqual(['North']);
    await undo(id);
    expect((await state(companyId)).tagList).toEqual(['North', 'Vip']);
  });

  it('must be named for tagging, and for nothing else', async () => {
    await company('Any');
    const refused = { code: 'invalid', details: { issues: [{ path: 'tags' }] } };
    await expect(previewBulkAction(ctx, { kind: 'TAG', selection: everything })).rejects.toMatchObject(refused);
    const withTags: BulkActionInput = { kind: 'PAUSE', selection: everything, tags: ['x'] };
    await expect(previewBulkAction(ctx, withTags)).rejects.toMatchObject(refused);
  });
});

describe('syncs and pauses', () => {
  it('start where they can, and are cancelled again', async () => {
    const [fine, paused] = [await connected('Fine'), await connected('Paused')];
    await pauseCompany(ctx, { companyId: paused });
    await company('Never connected');
    const wanted = { kind: 'SYNC', selection: everything } as const;
    expect((await previewBulkAction(ctx, wanted)).counts).toEqual({ WILL: 1, PAUSED: 1, NOT_CONNECTED: 1 });
    const id = await run(wanted);
    expect((await state(fine)).hasActiveSync).toBe(true);
    expect(await getBulkAction(ctx, { bulkActionId: id })).toMatchObject({ done: 1, failed: 2 });
    await undo(id);
    expect((await state(fine)).hasActiveSync).toBe(false);
  });

  it('stop and go on together', async () => {
    const ids = [await connected('One'), await connected('Two')];
    const id = await run({ kind: 'PAUSE', selection: { ids } });
    expect(await Promise.all(ids.map(async (one) => (await state(one)).connection?.pause?.by))).toEqual([
      'Robin Operator',
      'Robin Operator',
    ]);
    expect((await previewBulkAction(ctx, { kind: 'PAUSE', selection: { ids } })).counts).toEqual({ PAUSED: 2 });
    await undo(id);
    expect((await previewBulkAction(ctx, { kind: 'RESUME', selection: { ids } })).counts).toEqual({ NOT_PAUSED: 2 });
  });

  it('disconnect for good: nothing takes it back', async () => {
    const companyId = await connected('Leaving');
    const id = await run({ kind: 'DISCONNECT', selection: { ids: [companyId] } });
    expect((await state(companyId)).connection?.status).toBe('DISCONNECTED');
    expect(await getBulkAction(ctx, { bulkActionId: id })).toMatchObject({ canUndo: false });
    await expect(undoBulkAction(ctx, { bulkActionId: id })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('an action that is interrupted', () => {
  it('goes on where it was, and does nothing twice', async () => {
    for (const name of ['A', 'B', 'C']) await company(name);
    const { id } = await startBulkAction(ctx, { kind: 'TAG', selection: everything, tags: ['vip'] });
    const action = await claimBulkAction({ bulkActionId: id, now });
    if (!action) throw new Error('not claimed');
    const [first] = await waitingRows(action, 1);
    expect(await doRow(ctx, action, first ?? 0)).toBe(true);
    // The process dies here. Another one takes it up; the first company is not touched again.
    expect(await doRow(ctx, action, first ?? 0)).toBe(false);
    await bulkActionJob({ bulkActionId: id }, goesOn);
    expect(await getBulkAction(ctx, { bulkActionId: id })).toMatchObject({ status: 'DONE', done: 3, skipped: 0 });
  });

  it('is found and queued again when nobody moves it', async () => {
    await company('A');
    const { id } = await startBulkAction(ctx, { kind: 'TAG', selection: everything, tags: ['vip'] });
    const soon = new Date(now.getTime() + 10_000);
    const late = new Date(now.getTime() + 60_000);
    await sqlClient()`delete from graphile_worker._private_jobs where key = ${`bulk-action:${id}`}`;
    expect(await requeueLostBulkActions({ now: soon })).not.toContain(id);
    expect(await requeueLostBulkActions({ now: late })).toContain(id);
    const queued = await sqlClient()`select from graphile_worker.jobs where key = ${`bulk-action:${id}`}`;
    expect(queued).toHaveLength(1);
    expect(await requeueLostBulkActions({ now: late })).not.toContain(id);
  });

  it('stays undone where the change itself fails in an unknown way', async () => {
    const companyId = await company('A');
    const { id } = await startBulkAction(ctx, { kind: 'TAG', selection: everything, tags: ['vip'] });
    const action = await claimBulkAction({ bulkActionId: id, now });
    if (!action) throw new Error('not claimed');
    const broken = { ...action, kind: 'NONSENSE' as 'TAG' };
    await expect(doRow(ctx, broken, companyId)).rejects.toThrow(TypeError);
    expect(await results(id)).toEqual(['A: WAITING']);
  });

  it('goes on with the others where one company fails in an unknown way', async () => {
    for (const name of ['A', 'B']) await company(name);
    const { id } = await startBulkAction(ctx, { kind: 'TAG', selection: everything, tags: ['vip'] });
    await sqlClient()`
      update bulk_action_rows set input = '{"tags": [null]}' where bulk_action_id = ${id} and company_name = 'A'`;
    await bulkActionJob({ bulkActionId: id }, goesOn);
    const [broken, fine] = await results(id);
    expect(broken).toMatch(/^A: FAILED: Something went wrong on our side, and nothing was changed/);
    expect(fine).toBe('B: DONE');
    expect(await getBulkAction(ctx, { bulkActionId: id })).toMatchObject({ status: 'DONE', done: 1, failed: 1 });
  });

  it('is stopped by a person: what is done stays, the rest is left', async () => {
    for (const name of ['A', 'B']) await company(name);
    const { id } = await startBulkAction(ctx, { kind: 'TAG', selection: everything, tags: ['vip'] });
    const action = await claimBulkAction({ bulkActionId: id, now });
    const [first = 0, second = 0] = action ? await waitingRows(action, 2) : [];
    if (action) await doRow(ctx, action, first);
    await cancelBulkAction(ctx, { bulkActionId: id });
    expect(action && (await doRow(ctx, action, second))).toBe(false);
    await bulkActionJob({ bulkActionId: id }, goesOn);
    expect(await results(id)).toEqual(['A: DONE', 'B: WAITING']);
    await expect(cancelBulkAction(ctx, { bulkActionId: id })).rejects.toMatchObject({ code: 'conflict' });
    await undo(id);
    expect((await state(first)).tagList).toEqual([]);
  });
});

test('what many companies need is done in turns, and queues itself until all had theirs', async () => {
  await sqlClient()`
    insert into companies (organisation_id, chain_id, number, company_code, name, name_key, created_at, updated_at, last_activity_at)
    select o, c.id, 1000 + n, 'many-' || n, 'Many ' || n, 'many ' || n, ${now}, ${now}, ${now}
    from generate_series(1, 130) n, (select ${ctx.organisationId}::bigint o) org
    join chains c on c.organisation_id = org.o and c.is_default`;
  const { id } = await startBulkAction(ctx, { kind: 'TAG', selection: everything, tags: ['vip'] });
  await bulkActionJob({ bulkActionId: id }, goesOn);
  expect(await getBulkAction(ctx, { bulkActionId: id })).toMatchObject({ status: 'RUNNING', done: 100 });
  expect((await runningBulkActions(ctx)).map((action) => action.id)).toEqual([id]);
  await bulkActionJob({ bulkActionId: id }, goesOn);
  expect(await getBulkAction(ctx, { bulkActionId: id })).toMatchObject({ status: 'DONE', done: 130 });
  expect(await runningBulkActions(ctx)).toEqual([]);
  expect((await listCompanies(ctx, { limit: 1, tags: ['vip'] })).count).toBe(130);
});

test('each kind asks for what it asks for at one company', async () => {
  await company('A');
  const viewer = contextFor(ctx.organisationId, { role: 'viewer', now });
  for (const kind of ['ARCHIVE', 'RESTORE', 'SYNC', 'PAUSE', 'RESUME', 'DISCONNECT'] as const) {
    const wanted = { kind, selection: everything };
    await expect(previewBulkAction(viewer, wanted), kind).rejects.toMatchObject({ code: 'forbidden' });
    await expect(startBulkAction(viewer, wanted), kind).rejects.toMatchObject({ code: 'forbidden' });
  }
  const { id } = await startBulkAction(ctx, { kind: 'ARCHIVE', selection: everything });
  await expect(cancelBulkAction(viewer, { bulkActionId: id })).rejects.toMatchObject({ code: 'forbidden' });
});
