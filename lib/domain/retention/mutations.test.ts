import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { makeContext } from '../../context.ts';
import { cancelSync, startSync } from '../syncs/mutations.ts';
import { deleteWebhook } from '../webhooks/mutations.ts';
import { sendTestEvent } from '../webhooks/sending.ts';
import { makeWebhook } from '../webhooks/testing/listeners.ts';
import { pruneOld } from './mutations.ts';

await createTestDatabase();

const now = new Date('2026-11-01T03:17:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

test('what is too old goes with all that hangs on it, the rest stays', async () => {
  const sql = sqlClient();
  const { organisationId, ctx } = await makeOrganisation({ now });
  const { companyId } = await makeCompany(ctx, { integration: 'SANDBOX' });
  await makeConnection(ctx, { companyId });
  const syncAt = async (at: Date) => {
    const then = contextFor(organisationId, { now: at });
    const { id } = await startSync(then, { companyId });
    await cancelSync(then, { syncId: id });
    return id;
  };
  await syncAt(ago(181));
  const kept = await syncAt(ago(179));
  for (const days of [0.5, 1.5]) {
    await sql`
      insert into idempotency_keys (organisation_id, key, fingerprint, request_id, created_at)
      values (${organisationId}, ${`key ${days}`}, 'x', 'x', ${ago(days)})`;
  }
  const running = (await startSync(ctx, { companyId })).id;
  const [job] = await sql`select id from sync_jobs where sync_id = ${running} limit 1`;
  for (const jobId of [job?.id, randomUUID()]) {
    await sql`insert into sync_seen (company_id, job_id, platform_id) values (${companyId}, ${jobId}, 'con_1')`;
  }
  for (const days of [6.9, 7.1]) {
    await sql`
      insert into platform_calls (
        organisation_id, company_id, request_id, method, host, path, duration_ms, request_bytes, response_bytes, created_at
      ) values (${organisationId}, ${companyId}, ${`call ${days}`}, 'GET', 'x', '/', 1, 0, 0, ${ago(days)})`;
  }
  for (const days of [31, 29]) {
    await sql`
      insert into mails (id, kind, recipient, subject, state, next_attempt_at, give_up_at, created_at)
      values (${randomUUID()}, 'INVITATION', 'kim@example.org', 'Hello', 'SENT', ${now}, ${now}, ${ago(days)})`;
  }
  for (const days of [181, 179]) {
    await sql`
      insert into connection_changes (organisation_id, company_id, to_status, created_at)
      values (${organisationId}, ${companyId}, 'HEALTHY', ${ago(days)})`;
    await sql`
      insert into incidents (id, organisation_id, cause, opened_at, closed_at)
      values (${randomUUID()}, ${organisationId}, 'late', ${ago(days)}, ${ago(days)})`;
  }
  expect(await pruneOld({ now })).toEqual({
    idempotencyKeys: 1,
    syncs: 1,
    rejectedRecords: 0,
    sessions: 0,
    signInAttempts: 0,
    rateLimitBuckets: 0,
    webhookEvents: 0,
    deletedWebhooks: 0,
    bulkActions: 0,
    mails: 1,
    connectionChanges: 1,
    incidents: 1,
    platformCalls: 1,
    syncSeen: 1,
  });
  const left = await sql`select id from syncs where company_id = ${companyId} order by created_at`;
  expect(left.map((sync) => sync.id)).toEqual([kept, running]);
  const [orphans] = await sql`select count(*)::int as n from sync_jobs where sync_id not in (select id from syncs)`;
  expect(orphans?.n).toBe(0);
  expect(await sql`select request_id from platform_calls`).toEqual([{ request_id: 'call 6.9' }]);
  expect(await sql`select key from idempotency_keys`).toEqual([{ key: 'key 0.5' }]);
});

test('what was delivered goes after thirty days with its tries, and a deleted webhook once nothing names it', async () => {
  const sql = sqlClient();
  const { ctx } = await makeOrganisation({ now });
  const system = (at: Date) => makeContext({ ...ctx, actor: { type: 'system', id: 'test', label: 'Test' }, now: at });
  const { webhook } = await makeWebhook(system(ago(40)), { webhookType: 'SYNC_STARTED' });
  for (const days of [31, 29]) {
    const { deliveryId } = await sendTestEvent(system(ago(days)), { webhookId: webhook.id });
    await sql`
      insert into webhook_attempts (organisation_id, delivery_id, number, duration_ms, created_at)
      values (${ctx.organisationId}, ${deliveryId}, 1, 5, ${ago(days)})`;
  }
  await deleteWebhook(system(ago(29)), { webhookId: webhook.id });
  expect(await pruneOld({ now })).toMatchObject({ webhookEvents: 1, deletedWebhooks: 0 });
  const [left] = await sql`
    select (select count(*)::int from webhook_deliveries) as deliveries, (select count(*)::int from webhook_attempts) as tries`;
  expect(left).toEqual({ deliveries: 1, tries: 1 });
  const later = new Date(now.getTime() + 2 * 86_400_000);
  expect(await pruneOld({ now: later })).toMatchObject({ webhookEvents: 1, deletedWebhooks: 1 });
});
