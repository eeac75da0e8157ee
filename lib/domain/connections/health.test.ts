import { expect, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { FailureClass } from '../../connectors/errors.ts';
import { healthAfterRun, moveConnection, wakeConnection } from './health.ts';

await createTestDatabase();

const now = new Date('2026-03-02T10:00:00Z');
const later = new Date('2026-03-02T11:00:00Z');
const failure = (failureClass: FailureClass) => ({ failureClass, message: 'It failed', evidence: {} });

async function connected(status?: 'EXPIRED' | 'DISCONNECTED') {
  const { ctx } = await makeOrganisation({ now });
  const { companyId } = await makeCompany(ctx, { integration: 'SANDBOX' });
  await makeConnection(ctx, { companyId }, { status });
  return companyId;
}
const move = (given: Parameters<typeof moveConnection>[1]) => db().transaction((tx) => moveConnection(tx, given));
async function stateOf(companyId: number) {
  const [row] = await sqlClient()`
    select c.status, c.status_since, c.sync_state, c.failure, c.failure_since, co.connection_status,
      co.sync_state as company_sync_state, co.last_synced_at, co.last_activity_at
    from connections c join companies co on co.id = c.company_id where c.company_id = ${companyId}`;
  return row;
}

test('a move is mirrored on the company', async () => {
  const companyId = await connected();
  await move({ companyId, now: later, to: 'EXPIRED', syncState: 'IDLE', lastSyncedAt: later, active: true });
  expect(await stateOf(companyId)).toMatchObject({
    status: 'EXPIRED',
    status_since: later,
    connection_status: 'EXPIRED',
    company_sync_state: 'IDLE',
    last_synced_at: later,
    last_activity_at: later,
  });
});

test('staying keeps the time since when, and so does a failure of the same class', async () => {
  const companyId = await connected();
  await move({ companyId, now, to: 'HEALTHY', failure: failure('platform-down') });
  await move({ companyId, now: later, to: 'HEALTHY', failure: failure('platform-down') });
  expect(await stateOf(companyId)).toMatchObject({ status_since: now, failure_since: now });
  await move({ companyId, now: later, failure: failure('unknown') });
  expect(await stateOf(companyId)).toMatchObject({ failure_since: later });
  await move({ companyId, now: later, failure: null });
  expect(await stateOf(companyId)).toMatchObject({ failure: null, failure_since: null });
});

test('a status that may not be reached from where it is is refused', async () => {
  const companyId = await connected('DISCONNECTED');
  await expect(move({ companyId, now, to: 'EXPIRED' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(move({ companyId, now, to: 'RATE_LIMIT_EXCEEDED' })).rejects.toMatchObject({ code: 'conflict' });
  await move({ companyId, now, to: 'HEALTHY' });
});

test('waking ends a platform’s limit and nothing else', async () => {
  const [limited, expired] = [await connected(), await connected('EXPIRED')];
  await move({ companyId: limited, now, to: 'RATE_LIMIT_EXCEEDED', failure: failure('rate-limit') });
  await move({ companyId: expired, now, failure: failure('credentials') });
  for (const companyId of [limited, expired]) {
    await db().transaction((tx) => wakeConnection(tx, { companyId, now: later, syncState: 'FETCHING' }));
  }
  expect(await stateOf(limited)).toMatchObject({ status: 'HEALTHY', failure: null, sync_state: 'FETCHING' });
  expect(await stateOf(expired)).toMatchObject({ status: 'EXPIRED', failure: { failureClass: 'credentials' } });
});

test.each<[string, number, FailureClass[], ReturnType<typeof healthAfterRun>['to'], FailureClass | null]>([
  ['all went well', 5, [], 'HEALTHY', null],
  ['nothing was to do', 0, [], undefined, null],
  ['credentials refused half-way', 3, ['credentials', 'credentials'], 'EXPIRED', 'credentials'],
  ['another company', 0, ['wrong-company'], 'PENDING', 'wrong-company'],
  ['no permission for anything', 0, ['permission', 'permission'], 'EXPIRED', 'permission'],
  ['no permission for one model', 4, ['permission'], 'HEALTHY', 'permission'],
  ['no permission and an outage', 0, ['platform-down', 'permission'], undefined, 'permission'],
  ['an outage', 0, ['platform-down'], undefined, 'platform-down'],
  ['an outage half-way', 2, ['platform-down'], 'HEALTHY', 'platform-down'],
  ['something unknown beside an outage', 0, ['unknown', 'platform-down'], undefined, 'platform-down'],
])('after a run: %s', (_, succeeded, classes, to, shown) => {
  const health = healthAfterRun({ succeeded, failures: classes.map(failure) });
  expect(health.to).toBe(to);
  expect(health.failure?.failureClass ?? null).toBe(shown);
});

test('a change of health is kept with what showed it, and nothing is kept while it stays the same', async () => {
  const companyId = await connected();
  const syncId = '0197b2d0-6c1e-7c2e-8a54-0d2f4f1f7e11';
  await move({ companyId, now, to: 'HEALTHY', failure: { ...failure('platform-down'), syncId } });
  await move({ companyId, now: later, to: 'HEALTHY', failure: failure('platform-down') });
  await move({ companyId, now: later, syncState: 'RUNNING' });
  await move({ companyId, now: later, to: 'EXPIRED', failure: failure('credentials') });
  await move({ companyId, now: later, to: 'HEALTHY', failure: null });
  const kept = await sqlClient()`
    select from_status, to_status, from_failure, to_failure, sync_id, created_at from connection_changes
    where company_id = ${companyId} order by id`;
  expect(kept.map((row) => Object.values(row))).toEqual([
    ['HEALTHY', 'HEALTHY', null, 'platform-down', syncId, now],
    ['HEALTHY', 'EXPIRED', 'platform-down', 'credentials', null, later],
    ['EXPIRED', 'HEALTHY', 'credentials', null, null, later],
  ]);
});
