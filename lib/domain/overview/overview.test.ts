import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { connections } from '../../../db/schema/connections.ts';
import type { ConnectionStatus, SyncStatus } from '../../../db/schema/enums.ts';
import { syncJobs, syncs } from '../../../db/schema/syncs.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { type Context, makeContext } from '../../context.ts';
import { insertCompany } from '../companies/insert-company.ts';
import { createOrganisation } from '../organisations/mutations.ts';
import { hasCompanies, healthCounts, syncOutcomes } from './data.ts';

await createTestDatabase();

const now = new Date('2026-11-20T15:30:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
let ctx: Context;
let other: Context;

const founder = {
  actor: { type: 'system', id: 'test', label: 'Test' } as const,
  requestId: randomUUID(),
  now,
  door: 'test',
};

beforeAll(async () => {
  ctx = (await createOrganisation(founder, { name: 'Ours' })).ctx;
  other = (await createOrganisation(founder, { name: 'Theirs' })).ctx;
  await company(ctx, 'New');
  await company(ctx, 'Fine', 'HEALTHY');
  await company(ctx, 'Old failure', 'EXPIRED', { failureClass: 'credentials', since: hoursAgo(50) });
  await company(ctx, 'New failure', 'EXPIRED', { failureClass: 'credentials', since: hoursAgo(2) });
  await company(ctx, 'Slow', 'RATE_LIMIT_EXCEEDED', { failureClass: 'rate-limit', since: hoursAgo(1) });
  await company(ctx, 'Gone', 'DISCONNECTED', { failureClass: 'credentials', since: hoursAgo(90) });
  const theirs = await company(other, 'Foreign', 'EXPIRED', { failureClass: 'credentials', since: hoursAgo(1) });
  const ours = await company(ctx, 'Busy', 'HEALTHY');
  await sync(ctx, ours, 'SUCCESS', hoursAgo(1), 10);
  await sync(ctx, ours, 'FAILED', hoursAgo(1), 0);
  await sync(ctx, ours, 'PARTIAL_SUCCESS', hoursAgo(25), 4);
  await sync(ctx, ours, 'SUCCESS', hoursAgo(24 * 40), 99);
  await sync(other, theirs, 'SUCCESS', hoursAgo(1), 1000);
});

async function company(
  context: Context,
  name: string,
  status?: ConnectionStatus,
  failure?: { failureClass: string; since: Date },
): Promise<number> {
  const at = makeContext({ ...context, now });
  const { id } = await db().transaction((tx) =>
    insertCompany(tx, at, { name, integration: 'SANDBOX', integrationCategory: 'ACCOUNTING', syncFrom: null }),
  );
  if (!status) return id;
  await db()
    .insert(connections)
    .values({
      companyId: id,
      organisationId: context.organisationId,
      integration: 'SANDBOX',
      category: 'ACCOUNTING',
      status,
      statusSince: failure?.since ?? now,
      syncState: 'IDLE',
      failure: failure ? { failureClass: failure.failureClass, message: 'No', evidence: {} } : null,
      failureSince: failure?.since ?? null,
      createdAt: now,
      updatedAt: now,
    });
  await db().update(companies).set({ connectionStatus: status, syncState: 'IDLE' }).where(eq(companies.id, id));
  return id;
}

async function sync(context: Context, companyId: number, status: SyncStatus, endTime: Date, records: number) {
  const id = randomUUID();
  const common = { organisationId: context.organisationId, companyId, jobType: 'PULL' as const, createdAt: endTime };
  await db()
    .insert(syncs)
    .values({
      ...common,
      id,
      integration: 'SANDBOX',
      syncType: 'AUTO_SYNC',
      configMode: 'DEFAULT',
      fullSync: false,
      status,
      dataModels: ['CONTACT'],
      requestedBy: 'test',
      requestId: randomUUID(),
      startTime: endTime,
      endTime,
    });
  await db()
    .insert(syncJobs)
    .values({
      ...common,
      id: randomUUID(),
      syncId: id,
      dataModel: 'CONTACT',
      status: 'SUCCESS',
      position: 0,
      recordsCreated: records,
      recordsUnchanged: 500,
    });
}

it('an organisation has companies from its first one on, whatever another has', async () => {
  const { ctx: fresh } = await createOrganisation(founder, { name: 'Fresh' });
  expect(await hasCompanies(fresh)).toBe(false);
  await company(fresh, 'The first');
  expect(await hasCompanies(fresh)).toBe(true);
});

describe('the health picture', () => {
  it('counts active companies by status, those that never connected among them', async () => {
    const { byStatus, companies: total } = await healthCounts(ctx);
    expect(Object.fromEntries(byStatus.map(({ status, count }) => [status ?? 'NONE', count]))).toEqual({
      NONE: 1,
      HEALTHY: 2,
      EXPIRED: 2,
      RATE_LIMIT_EXCEEDED: 1,
      DISCONNECTED: 1,
    });
    expect(total).toBe(7);
  });
});

describe('the outcome bars', () => {
  it('cover every hour of a day, empty ones too, and count what changed', async () => {
    const bars = await syncOutcomes(makeContext({ ...ctx, now }), { range: '24h' });
    expect(bars).toHaveLength(24);
    expect(bars.at(-1)?.at.toISOString()).toBe('2026-11-20T15:00:00.000Z');
    expect(bars.find((bar) => bar.at.toISOString() === '2026-11-20T14:00:00.000Z')).toMatchObject({
      success: 1,
      failed: 1,
      partial: 0,
      records: 10,
    });
    expect(bars.reduce((sum, bar) => sum + bar.success + bar.failed + bar.partial, 0)).toBe(2);
  });

  it('reach back as far as the range, not further, and never into another organisation', async () => {
    const bars = await syncOutcomes(makeContext({ ...ctx, now }), { range: '30d' });
    expect(bars).toHaveLength(30);
    expect(bars.reduce((sum, bar) => sum + bar.records, 0)).toBe(14);
  });
});
