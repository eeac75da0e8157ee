import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { canonicalRecord, startTestRun } from '../../../db/testing/records.ts';
import { type Context, makeContext } from '../../context.ts';
import { archiveCompany, restoreCompany } from '../companies/mutations.ts';
import { disconnectCompany } from '../connections/mutations.ts';
import { createInviteLink, revokeInviteLink } from '../invite-links/mutations.ts';
import { markDeleted, storePage } from '../records/mutations.ts';
import { storePushed } from '../records/pushed.ts';
import { preparedRecord } from '../records/record-hash.ts';
import { claimSync } from '../syncs/claim.ts';
import { endRun, handBackRun } from '../syncs/ending.ts';
import { cancelSync, startSync } from '../syncs/mutations.ts';
import { failRemaining } from '../syncs/running-jobs.ts';
import { updateWebhook } from './mutations.ts';
import { publishEvent } from './outbox.ts';
import { makeWebhook, storedEvents } from './testing/listeners.ts';

await createTestDatabase();

let ctx: Context;
let companyId: number;
beforeEach(async () => {
  ({ ctx } = await makeOrganisation());
  ({ companyId } = await makeCompany(ctx, { integration: 'SANDBOX' }));
  await makeConnection(ctx, { companyId });
});

const names = async () => (await storedEvents(ctx)).map((event) => event.data.change ?? event.data.to ?? event.type);

describe('the life of a link and connection', () => {
  test('is told step by step, with who took it', async () => {
    await makeWebhook(ctx, { webhookType: 'INTEGRATION' });
    const { companyId: other } = await makeCompany(ctx, { name: 'Finch' });
    const link = await createInviteLink(ctx, { companyId: other, integrationCategory: 'ACCOUNTING' });
    await revokeInviteLink(ctx, { inviteLinkId: link.id });
    await disconnectCompany(ctx, { companyId });
    await archiveCompany(ctx, { companyId });
    await restoreCompany(ctx, { companyId });
    expect(await names()).toEqual(['LINK_CREATED', 'LINK_REVOKED', 'DISCONNECTED', 'ARCHIVED', 'RESTORED']);
    const [first, , third] = await storedEvents(ctx);
    expect(first).toMatchObject({
      companyId: other,
      data: { change: 'LINK_CREATED', company_name: 'Finch', invite_link_id: link.id, by: 'user' },
    });
    expect(third).toMatchObject({ companyId, integration: 'SANDBOX', deliveries: 1 });
  });

  test('a connection that changes its status says from where, where to, why and who acts', async () => {
    await makeWebhook(ctx, { webhookType: 'CONNECTION_CHANGED' });
    const { id: syncId } = await startSync(ctx, { companyId });
    const run = await claimSync({ syncId, now: ctx.now });
    if (!run) throw new Error('not claimed');
    const failure = {
      failureClass: 'credentials' as const,
      errorCode: 'platform-denied' as const,
      message: 'The platform said no',
      evidence: {},
    };
    await failRemaining(run, { now: ctx.now, failure });
    await endRun(run, { now: ctx.now });
    await disconnectCompany(ctx, { companyId });
    const events = await storedEvents(ctx);
    expect(events.map((event) => [event.data.from, event.data.to, event.topics])).toEqual([
      ['HEALTHY', 'EXPIRED', ['EXPIRED']],
      ['EXPIRED', 'DISCONNECTED', ['DISCONNECTED']],
    ]);
    expect(events[0]?.data.failure).toEqual({
      class: 'credentials',
      message: 'The platform said no',
      who_acts: 'customer',
      next_step: expect.stringContaining('Send your customer the link again'),
    });
  });
});

describe('a sync', () => {
  test('tells once that it began, also when it is handed back and taken up again, and how it ended', async () => {
    await makeWebhook(ctx, { webhookType: 'SYNC_STARTED' });
    await makeWebhook(ctx, { webhookType: 'SYNC_COMPLETED' });
    const { id: syncId } = await startSync(ctx, { companyId, dataModels: [{ dataModel: 'CONTACT' }] });
    const first = await claimSync({ syncId, now: ctx.now });
    if (!first) throw new Error('not claimed');
    await handBackRun(first, { now: ctx.now });
    const second = await claimSync({ syncId, now: ctx.now });
    if (!second) throw new Error('not claimed');
    await sqlClient()`
      update sync_jobs set status = 'SUCCESS', records_created = 7, records_failed = 1 where sync_id = ${syncId}`;
    await endRun(second, { now: ctx.now });
    const [started, completed, ...more] = await storedEvents(ctx);
    expect(more).toEqual([]);
    expect(started).toMatchObject({ type: 'SYNC_STARTED', topics: ['PULL', 'CONTACT'], syncId });
    expect(completed).toMatchObject({
      type: 'SYNC_COMPLETED',
      topics: ['PARTIAL_SUCCESS', 'PULL', 'CONTACT'],
      data: {
        sync_id: syncId,
        status: 'PARTIAL_SUCCESS',
        job_type: 'PULL',
        data_models: ['CONTACT'],
        job_counts: { total: 1, success: 1, failed: 0 },
        records: { created: 7, updated: 0, unchanged: 0, deleted: 0, failed: 1 },
        failure: null,
      },
    });
  });

  test('that is cancelled has ended too', async () => {
    await makeWebhook(ctx, { webhookType: 'SYNC_COMPLETED', topics: ['cancelled'] });
    const { id: syncId } = await startSync(ctx, { companyId });
    await cancelSync(ctx, { syncId });
    expect((await storedEvents(ctx)).map((event) => event.data.status)).toEqual(['CANCELLED']);
  });
});

describe('changed records', () => {
  const record = (id: string, name: string) => preparedRecord(canonicalRecord('CONTACT', id, { name }), { id, name });
  const page = async (records: ReturnType<typeof record>[], full = false) => {
    const { organisationId, now } = ctx;
    const run = await startTestRun(sqlClient(), { organisationId, companyId }, 'CONTACT', { full });
    const stored = { ...run, model: 'CONTACT' as const, now };
    await storePage({ ...stored, full, checkpoint: {}, records, rejected: [] });
    return stored;
  };
  const rootfiIds = async () => {
    const rows = await sqlClient()`
      select platform_id, rootfi_id::int from record_contacts where company_id = ${companyId} order by platform_id`;
    return rows.map((row) => ({ rootfi_id: row.rootfi_id, platform_id: row.platform_id }));
  };

  test('are one event a page, naming new, changed and deleted ones by both ids', async () => {
    await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES' });
    await page([record('a', 'Ada'), record('b', 'Bo')]);
    const { syncId, ...second } = await page([record('a', 'Ada L.'), record('c', 'Cy')], true);
    await markDeleted({ ...second, syncId, syncFrom: null });
    const [a, b, c] = await rootfiIds();
    expect((await storedEvents(ctx)).map((event) => event.data)).toEqual([
      { data_model: 'CONTACT', sync_id: expect.any(String), created: [a, b], updated: [], deleted: [] },
      { data_model: 'CONTACT', sync_id: syncId, created: [c], updated: [a], deleted: [] },
      { data_model: 'CONTACT', sync_id: syncId, created: [], updated: [], deleted: [b] },
    ]);
  });

  test('more than a thousand deleted ones come in several events', async () => {
    await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES' });
    await page(Array.from({ length: 1_001 }, (_, at) => record(`r${at}`, 'x')));
    const run = await page([], true);
    await markDeleted({ ...run, syncFrom: null, confirmed: 1_001 });
    const deleted = (await storedEvents(ctx)).map((event) => (event.data.deleted as unknown[]).length);
    expect(deleted).toEqual([0, 0, 1_000, 1]);
  });

  test('a page without changes tells nothing', async () => {
    await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES' });
    await page([record('a', 'Ada')]);
    await page([record('a', 'Ada')]);
    expect(await storedEvents(ctx)).toHaveLength(1);
  });

  test('that come back from a write are told too', async () => {
    await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES' });
    const { organisationId, now } = ctx;
    const written = { companyId, organisationId, syncId: randomUUID(), jobId: randomUUID(), model: 'CONTACT' } as const;
    await sqlClient().begin((tx) =>
      storePushed(tx, { ...written, now, records: [record('w', 'Written')], rejected: [], known: new Map() }),
    );
    const [event] = await storedEvents(ctx);
    expect(event?.data).toMatchObject({ sync_id: written.syncId, created: await rootfiIds() });
  });

  test('a page whose transaction fails tells nothing', async () => {
    await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES' });
    const { organisationId, now } = ctx;
    const run = await startTestRun(sqlClient(), { organisationId, companyId }, 'CONTACT');
    const lost = { ...run, claim: randomUUID(), model: 'CONTACT' as const, now, full: false, checkpoint: {} };
    await expect(storePage({ ...lost, records: [record('a', 'Ada')], rejected: [] })).rejects.toThrow();
    expect(await storedEvents(ctx)).toEqual([]);
  });
});

describe('who is told', () => {
  const publish = (topics: string[] = ['CONTACT']) =>
    db().transaction((tx) =>
      publishEvent(tx, {
        organisationId: ctx.organisationId,
        companyId,
        webhookType: 'DATA_MODEL_CHANGES',
        topics,
        data: { of: topics },
        now: ctx.now,
      }),
    );

  test('nobody who wants it: nothing is stored', async () => {
    await makeWebhook(ctx, { webhookType: 'SYNC_STARTED' });
    await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES', topics: ['invoices'] });
    await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES', integration: 'TRYTON' });
    await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES', state: 'DISABLED' });
    const { ctx: stranger } = await makeOrganisation({ name: 'Elsewhere' });
    await makeWebhook(stranger, { webhookType: 'DATA_MODEL_CHANGES' });
    await publish();
    expect([await storedEvents(ctx), await storedEvents(stranger)]).toEqual([[], []]);
  });

  test('one event goes to each that wants it', async () => {
    await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES', topics: ['Contacts', 'INVOICE'] });
    await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES', integration: 'SANDBOX' });
    await publish();
    expect((await storedEvents(ctx)).map((event) => event.deliveries)).toEqual([2]);
  });

  test('one that is switched on again is told of what comes from then on', async () => {
    const { webhook } = await makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES' });
    const admin = makeContext({ ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } });
    await updateWebhook(admin, { webhookId: webhook.id, state: 'DISABLED' });
    await publish(['CONTACT']);
    await updateWebhook(admin, { webhookId: webhook.id, state: 'ENABLED' });
    await publish(['INVOICE']);
    expect((await storedEvents(ctx)).map((event) => event.topics)).toEqual([['INVOICE']]);
  });
});
