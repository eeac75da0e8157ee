import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { type Context, makeContext } from '../../context.ts';
import { resetEnv } from '../../env.ts';
import { moveConnection } from '../connections/health.ts';
import { claimDueMails } from '../mail/claim-mails.ts';
import { makeWebhook } from '../webhooks/testing/listeners.ts';
import { quietMs } from './cause.ts';
import { isSubscribed } from './data.ts';
import { setIncidentSubscription } from './mutations.ts';
import { tellIncidents } from './tell.ts';
import { watchIncidents } from './watch.ts';

await createTestDatabase();

let now: Date;
let ctx: Context;

beforeEach(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:9';
  process.env.MAIL_FROM = 'hub@example.com';
  resetEnv();
  await sqlClient()`delete from mails`;
  now = new Date('2026-11-20T15:00:00Z');
  ({ ctx } = await makeOrganisation({ name: 'Northwind', now }));
});

const at = () => makeContext({ ...ctx, now });
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const look = async () => {
  await watchIncidents({ now });
  return tellIncidents({ now });
};

async function member(email: string): Promise<Context> {
  const id = randomUUID();
  await sqlClient()`
    with person as (
      insert into users (id, email, name, password_hash, created_at) values (${id}, ${email}, 'Kim', 'x', ${now}) returning id
    ) insert into members (organisation_id, user_id, role, created_at)
      select ${ctx.organisationId}, id, 'viewer', ${now} from person`;
  return makeContext({ ...ctx, now, actor: { type: 'user', id, label: 'Kim', role: 'viewer' } });
}

async function failing(name: string, failureClass: string): Promise<number> {
  const { companyId } = await makeCompany(at(), { name, integration: 'SANDBOX' });
  await makeConnection(at(), { companyId });
  await sqlClient()`update model_configs set due_at = ${new Date('2027-11-20T00:00:00Z')} where company_id = ${companyId}`;
  const failure = { failureClass, message: 'It failed', evidence: {} };
  await db().transaction((tx) => moveConnection(tx, { companyId, now, failure }));
  return companyId;
}

/** Mails that wait, and are taken by it. */
const mails = async () =>
  (await claimDueMails({ now, limit: 50 })).map(({ recipient, message }) => ({ recipient, message }));

describe('a member who asked to be told', () => {
  test('gets one mail of a new incident, and none of the same one later', async () => {
    const kim = await member(`kim-${randomUUID()}@example.org`);
    await member(`not-asked-${randomUUID()}@example.org`);
    await setIncidentSubscription(kim, { subscribed: true });
    expect(await isSubscribed(kim)).toBe(true);
    await failing('Alder', 'credentials');
    await failing('Birch', 'credentials');
    expect(await look()).toBe(1);
    const sent = await mails();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.message?.subject).toBe('Northwind: sign-in refused at 2 companies');
    expect(sent[0]?.message?.body).toContainEqual(['Alder', 'Birch']);
    expect(sent[0]?.message?.action?.url).toMatch(/\/incidents\/[0-9a-f-]{36}$/);
    await failing('Cedar', 'credentials');
    expect(await look()).toBe(0);
    expect(await mails()).toEqual([]);
  });

  test('gets one mail when several began at once', async () => {
    const kim = await member(`kim-${randomUUID()}@example.org`);
    await setIncidentSubscription(kim, { subscribed: true });
    await failing('Alder', 'credentials');
    await failing('Birch', 'permission');
    expect(await look()).toBe(2);
    expect((await mails()).map(({ message }) => message?.subject)).toEqual(['Northwind: 2 new incidents']);
  });

  test('is left alone after saying so, and each change is in the audit log once', async () => {
    const kim = await member(`kim-${randomUUID()}@example.org`);
    for (const subscribed of [true, true, false, false]) await setIncidentSubscription(kim, { subscribed });
    await failing('Alder', 'credentials');
    expect(await look()).toBe(1);
    expect(await mails()).toEqual([]);
    const rows = await sqlClient()`select action from audit_log where subject_id = ${kim.actor.id} order by id`;
    expect(rows.map(({ action }) => action)).toEqual(['incidents.subscribed', 'incidents.unsubscribed']);
  });
});

describe('an incident', () => {
  test('of an outage is told of when it lasts, and not when it ends before', async () => {
    const companyId = await failing('Alder', 'platform-down');
    expect(await look()).toBe(0);
    later(14 * 60_000);
    expect(await look()).toBe(0);
    later(60_000);
    expect(await look()).toBe(1);
    await db().transaction((tx) => moveConnection(tx, { companyId, now, failure: null }));
  });

  test('of a platform’s limit is never told of', async () => {
    await failing('Alder', 'rate-limit');
    later(86_400_000);
    expect(await look()).toBe(0);
  });

  test('is an event for receivers when it begins and when it ends', async () => {
    await makeWebhook(makeContext({ ...ctx, now, actor: { type: 'system', id: 'test', label: 'Test' } }), {
      webhookType: 'INTEGRATION',
      topics: ['INCIDENT_OPENED', 'INCIDENT_CLOSED'],
      integration: 'SANDBOX',
    });
    const companyId = await failing('Alder', 'credentials');
    await look();
    await db().transaction((tx) => moveConnection(tx, { companyId, now, failure: null }));
    await look();
    later(quietMs);
    await look();
    const events = await sqlClient()`
      select topics, company_id, integration, data from webhook_events
      where organisation_id = ${ctx.organisationId} order by position`;
    expect(events).toMatchObject([
      {
        topics: ['INCIDENT_OPENED'],
        company_id: null,
        integration: 'SANDBOX',
        data: { cause: 'credentials', who_acts: 'customer', company_count: 1, companies: [{ name: 'Alder' }] },
      },
      { topics: ['INCIDENT_CLOSED'], data: { change: 'INCIDENT_CLOSED', company_count: 1 } },
    ]);
  });

  test('is told of by webhook also where no mail is sent', async () => {
    delete process.env.SMTP_URL;
    resetEnv();
    const kim = await member(`kim-${randomUUID()}@example.org`);
    await setIncidentSubscription(kim, { subscribed: true });
    await failing('Alder', 'credentials');
    expect(await look()).toBe(1);
    expect(await sqlClient()`select id from mails`).toHaveLength(0);
  });
});
