import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { type Context, makeContext } from '../../context.ts';
import { archiveCompany } from '../companies/mutations.ts';
import { needsAttention } from '../incidents/data.ts';
import { startSync } from '../syncs/mutations.ts';
import { graceMs } from './lateness.ts';
import { watchFreshness } from './watch.ts';

await createTestDatabase();

const due = new Date('2026-11-20T15:00:00Z');
const late = new Date(due.getTime() + graceMs + 1);
let ctx: Context;
let companyId: number;

beforeEach(async () => {
  ({ ctx } = await makeOrganisation({ now: due }));
  ({ companyId } = await makeCompany(ctx, { name: 'Alder', integration: 'SANDBOX' }));
  await makeConnection(ctx, { companyId });
  await setDue(null);
  await sqlClient()`update model_configs set due_at = null, late_since = null where organisation_id <> ${ctx.organisationId}`;
});

const setDue = (at: Date | null, model?: string) => sqlClient()`
  update model_configs set due_at = ${at}
  where company_id = ${companyId} ${model ? sqlClient()`and data_model = ${model}` : sqlClient()``}`;
const lateModels = async () =>
  (
    await sqlClient()`
    select data_model, late_since from model_configs where company_id = ${companyId} and late_since is not null`
  ).map((row) => [row.data_model, row.late_since]);
const attention = (now: Date) => needsAttention(makeContext({ ...ctx, now }));

describe('a model that was not read when it was due', () => {
  test('is late though no run was ever queued: nothing but the clock has to move', async () => {
    await setDue(due, 'CONTACT');
    await setDue(late, 'INVOICE');
    const inTime = new Date(due.getTime() + graceMs);
    expect(await watchFreshness({ now: inTime })).toEqual({ late: 0, recovered: 0 });
    expect(await attention(inTime)).toEqual([]);
    expect(await watchFreshness({ now: late })).toEqual({ late: 1, recovered: 0 });
    expect(await lateModels()).toEqual([['CONTACT', due]]);
    expect(await attention(late)).toMatchObject([
      { cause: 'late', count: 1, since: due, companies: [{ id: companyId, name: 'Alder' }] },
    ]);
    expect(await sqlClient()`select id from syncs where company_id = ${companyId}`).toHaveLength(0);
    expect(await watchFreshness({ now: late })).toEqual({ late: 0, recovered: 0 });
  });

  test('is late though a run was queued that nobody takes up', async () => {
    await setDue(due, 'CONTACT');
    await startSync(ctx, { companyId });
    await watchFreshness({ now: late });
    expect(await lateModels()).toHaveLength(1);
  });

  test('is on time again once it was read', async () => {
    await setDue(due, 'CONTACT');
    await watchFreshness({ now: late });
    await setDue(new Date(late.getTime() + 3_600_000), 'CONTACT');
    expect(await watchFreshness({ now: late })).toEqual({ late: 0, recovered: 1 });
    expect(await lateModels()).toEqual([]);
    expect(await attention(late)).toEqual([]);
  });

  test('is not late while a worker reads it, and is when that worker has gone silent', async () => {
    await setDue(due, 'CONTACT');
    const { id } = await startSync(ctx, { companyId });
    await sqlClient()`update syncs set status = 'RUNNING', heartbeat_at = clock_timestamp() where id = ${id}`;
    expect(await watchFreshness({ now: late })).toEqual({ late: 0, recovered: 0 });
    await sqlClient()`update syncs set heartbeat_at = clock_timestamp() - interval '1 minute' where id = ${id}`;
    expect(await watchFreshness({ now: late })).toEqual({ late: 1, recovered: 0 });
  });
});

test.each(['the model', 'the company'])('nothing is late while a person paused %s', async (what) => {
  await setDue(due, 'CONTACT');
  const table = what === 'the model' ? 'model_configs' : 'connections';
  await sqlClient()`update ${sqlClient()(table)} set paused_at = ${due}, paused_by = 'Robin' where company_id = ${companyId}`;
  expect(await watchFreshness({ now: late })).toEqual({ late: 0, recovered: 0 });
  expect(await attention(late)).toEqual([]);
});

test('nothing is late of a company that is archived', async () => {
  await setDue(due, 'CONTACT');
  await watchFreshness({ now: late });
  await archiveCompany(ctx, { companyId });
  await setDue(due, 'CONTACT');
  expect(await watchFreshness({ now: late })).toEqual({ late: 0, recovered: 1 });
});

test('a failure that explains it is shown in its place', async () => {
  await setDue(due, 'CONTACT');
  await sqlClient()`
    update connections set failure = '{"failureClass":"platform-down","message":"No","evidence":{}}', failure_since = ${due}
    where company_id = ${companyId}`;
  await watchFreshness({ now: late });
  expect(await lateModels()).toHaveLength(1);
  expect((await attention(late)).map(({ cause }) => cause)).toEqual(['platform-down']);
});
