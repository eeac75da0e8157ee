import { beforeEach, describe, expect, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { type Context, makeContext } from '../../context.ts';
import { renameCompany } from '../companies/mutations.ts';
import { moveConnection } from '../connections/health.ts';
import { disconnectCompany } from '../connections/mutations.ts';
import { updateModelConfigs } from '../sync-config/mutations.ts';
import { cancelSync, startSync } from '../syncs/mutations.ts';
import { companyTimeline } from './data.ts';
import type { TimelineEntry, TimelineInput } from './schema.ts';

await createTestDatabase();

const start = new Date('2026-11-20T09:00:00Z');
let now: Date;
let ctx: Context;
let companyId: number;

beforeEach(async () => {
  now = start;
  ({ ctx } = await makeOrganisation({ now }));
  ({ companyId } = await makeCompany(ctx, { name: 'Alder', integration: 'SANDBOX' }));
  await makeConnection(ctx, { companyId });
});

/** A person of the organisation, a minute later each time, with a request of their own. */
const next = (): Context => {
  now = new Date(now.getTime() + 60_000);
  return contextFor(ctx.organisationId, { now });
};
const program = () =>
  makeContext({
    ...next(),
    requestId: `program ${now.toISOString()}`,
    actor: { type: 'api-key', id: 'k', label: 'Reporting', readOnly: false },
    door: 'core-v4',
  });
const timeline = (input: Partial<TimelineInput> = {}) => companyTimeline(ctx, { companyId, ...input });
const fails = (failureClass: string, to?: 'EXPIRED') =>
  db().transaction((tx) =>
    moveConnection(tx, {
      companyId,
      now: next().now,
      to,
      failure: { failureClass, message: 'It failed', evidence: {} },
    }),
  );
const names = (entries: TimelineEntry[]) =>
  entries.map((entry) => (entry.kind === 'changes' ? entry.action : entry.kind));

describe('the timeline of a company', () => {
  test('tells runs, changes and health in order, each once, by whom and through which door', async () => {
    await renameCompany(next(), { companyId, name: 'Alder & Sons' });
    const { id } = await startSync(program(), { companyId });
    await cancelSync(next(), { syncId: id });
    await updateModelConfigs(next(), { companyId, configs: [{ dataModel: 'INVOICE', enabled: false }] });
    await fails('credentials', 'EXPIRED');
    const { entries, next: more } = await timeline();
    expect(names(entries)).toEqual(['health', 'sync-config.changed', 'sync.cancelled', 'runs', 'company.renamed']);
    expect(entries[0]).toMatchObject({
      fromStatus: 'HEALTHY',
      toStatus: 'EXPIRED',
      toFailure: 'credentials',
      actor: 'itself',
    });
    expect(entries[1]).toMatchObject({
      by: 'Robin Operator',
      actor: 'people',
      door: 'console',
      before: { INVOICE: { enabled: true } },
    });
    expect(entries[3]).toMatchObject({
      id,
      by: 'Reporting',
      actor: 'programs',
      door: 'core-v4',
      status: 'CANCELLED',
      isManual: true,
    });
    expect(entries[4]).toMatchObject({ before: { name: 'Alder' }, after: { name: 'Alder & Sons' } });
    expect(more).toBeNull();
  });

  test('tells a disconnect once, and as a change of health to who asks for those', async () => {
    await disconnectCompany(next(), { companyId });
    expect(names((await timeline()).entries)).toEqual(['connection.disconnected']);
    expect((await timeline({ kind: 'health' })).entries).toMatchObject([{ kind: 'health', toStatus: 'DISCONNECTED' }]);
  });

  test('can be narrowed to one kind and to who did it', async () => {
    await renameCompany(next(), { companyId, name: 'Alder & Sons' });
    const { id } = await startSync(program(), { companyId });
    await cancelSync(program(), { syncId: id });
    await fails('platform-down');
    expect(names((await timeline({ kind: 'changes' })).entries)).toEqual(['sync.cancelled', 'company.renamed']);
    expect(names((await timeline({ kind: 'runs' })).entries)).toEqual(['runs']);
    expect((await timeline({ kind: 'writes' })).entries).toEqual([]);
    expect(names((await timeline({ by: 'programs' })).entries)).toEqual(['sync.cancelled', 'runs']);
    expect(names((await timeline({ by: 'people' })).entries)).toEqual(['company.renamed']);
    expect(names((await timeline({ by: 'itself' })).entries)).toEqual(['health']);
    expect((await timeline({ by: 'customer' })).entries).toEqual([]);
  });

  test('is nobody else’s, and a cursor that is none is refused', async () => {
    await renameCompany(next(), { companyId, name: 'Alder & Sons' });
    const { ctx: other } = await makeOrganisation({ now });
    expect(await companyTimeline(other, { companyId })).toEqual({ entries: [], next: null });
    const elsewhere = makeContext({ ...ctx, reach: { kind: 'companies', companyIds: [companyId + 1] } });
    expect(await companyTimeline(elsewhere, { companyId })).toEqual({ entries: [], next: null });
    await expect(timeline({ after: "x' or true" })).rejects.toMatchObject({ code: 'invalid' });
  });
});

test('pages hold every entry once, also many of one moment and of different kinds', async () => {
  const sql = sqlClient();
  const at = (minute: number) => new Date(start.getTime() + minute * 60_000);
  for (let i = 0; i < 45; i++) {
    const moment = at(Math.floor(i / 15));
    await sql`
      insert into audit_log (organisation_id, company_id, action, actor_type, actor_id, actor_label, door, request_id, created_at)
      values (${ctx.organisationId}, ${companyId}, 'company.renamed', 'user', 'u', 'Robin', 'console', ${`r${i}`}, ${moment})`;
    await sql`
      insert into connection_changes (organisation_id, company_id, to_status, created_at)
      values (${ctx.organisationId}, ${companyId}, 'HEALTHY', ${moment})`;
    await sql`
      insert into syncs (id, organisation_id, company_id, integration, job_type, sync_type, config_mode, full_sync, status,
        data_models, requested_by, request_id, created_at)
      values (gen_random_uuid(), ${ctx.organisationId}, ${companyId}, 'SANDBOX', ${i % 2 ? 'PULL' : 'PUSH'}, 'AUTO_SYNC',
        'DEFAULT', false, 'SUCCESS', '{CONTACT}', 'Schedule', ${`s${i}`}, ${moment})`;
  }
  const seen: TimelineEntry[] = [];
  let after: string | null = null;
  do {
    const page = await timeline({ after });
    seen.push(...page.entries);
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(135);
  expect(new Set(seen.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(135);
  expect(seen.map((entry) => entry.at)).toEqual(
    seen
      .map((entry) => entry.at)
      .toSorted()
      .toReversed(),
  );
});
