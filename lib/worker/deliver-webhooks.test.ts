import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { db, sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeCompany, makeOrganisation } from '../../db/testing/factories.ts';
import { type Context, makeContext } from '../context.ts';
import { claimDueDeliveries, requeueLostDeliveries } from '../domain/webhooks/claim-deliveries.ts';
import { deleteWebhook, updateWebhook } from '../domain/webhooks/mutations.ts';
import { publishEvent } from '../domain/webhooks/outbox.ts';
import { replayDelivery, sendTestEvent } from '../domain/webhooks/sending.ts';
import { settleDelivery } from '../domain/webhooks/settle-delivery.ts';
import { makeWebhook } from '../domain/webhooks/testing/listeners.ts';
import { deliverDueWebhooks, deliverWebhooks } from './deliver-webhooks.ts';
import { until } from './testing/books.ts';
import { type Receiver, startReceiver } from './testing/receiver.ts';

await createTestDatabase();

const hourMs = 3_600_000;
const deliverOnce = fileURLToPath(new URL('./testing/deliver-once.ts', import.meta.url));
let ctx: Context;
let companyId: number;
let receiver: Receiver;
let now: Date;
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const at = () => makeContext({ ...ctx, now });

beforeEach(async () => {
  await sqlClient()`update webhook_configs set state = 'DISABLED'`;
  now = new Date();
  const { ctx: made } = await makeOrganisation({ now });
  ctx = makeContext({ ...made, actor: { type: 'system', id: 'test', label: 'Test' } });
  ({ companyId } = await makeCompany(ctx, { integration: 'SANDBOX' }));
  receiver = await startReceiver();
});

const publish = (data: Record<string, unknown> = {}, of = companyId) =>
  db().transaction((tx) =>
    publishEvent(tx, {
      organisationId: ctx.organisationId,
      companyId: of,
      webhookType: 'DATA_MODEL_CHANGES',
      topics: ['CONTACT'],
      data,
      now,
    }),
  );
const listen = (options: Partial<Parameters<typeof makeWebhook>[1]> = {}) =>
  makeWebhook(ctx, { webhookType: 'DATA_MODEL_CHANGES', url: receiver.url, ...options });
const deliver = () => deliverDueWebhooks({ now: () => now, chance: () => 0.5 });
const deliveries = () => sqlClient()`
  select id, state, attempt_count, latest_status_code, next_attempt_at from webhook_deliveries
  where organisation_id = ${ctx.organisationId} order by position`;
const attempts = () => sqlClient()`
  select number, status_code, failure, answer from webhook_attempts
  where organisation_id = ${ctx.organisationId} order by created_at, number`;
const states = async () => (await deliveries()).map((row) => row.state);

describe('a delivery', () => {
  test('is signed so that the receiver can verify it by either way, and carries the own headers', async () => {
    const { signingKey } = await listen({
      headers: [{ name: 'X-Token', value: 'open sesame' }],
      integration: 'SANDBOX',
    });
    await publish({ data_model: 'CONTACT', created: [], updated: [{ rootfi_id: 1, platform_id: 'a' }] });
    expect(await deliver()).toBe(1);
    const [message] = receiver.received;
    if (!message) throw new Error('nothing came');
    receiver.verify(message, signingKey);
    expect(() => receiver.verify({ ...message, body: `${message.body} ` }, signingKey)).toThrow();
    expect(message.headers).toMatchObject({ 'x-token': 'open sesame', 'content-type': 'application/json' });
    expect(message.headers['webhook-id']).toBe(message.payload.id);
    expect(message.body).toBe(
      JSON.stringify({
        id: message.payload.id,
        type: 'DATA_MODEL_CHANGES',
        timestamp: now.toISOString(),
        topics: ['CONTACT'],
        company_id: companyId,
        integration_type: 'SANDBOX',
        data: { data_model: 'CONTACT', created: [], updated: [{ rootfi_id: 1, platform_id: 'a' }] },
      }),
    );
    expect(await deliveries()).toMatchObject([{ state: 'DELIVERED', attempt_count: 1, latest_status_code: 204 }]);
    expect(await deliver()).toBe(0);
  });

  test('can be signed under a header of the receiver’s choice', async () => {
    const { signingKey } = await listen({ signatureHeader: 'X-Our-Signature' });
    await publish();
    await deliver();
    const [message] = receiver.received;
    if (!message) throw new Error('nothing came');
    receiver.verify(message, signingKey, 'x-our-signature');
    expect(message.headers['x-rootfi-signature']).toBeUndefined();
  });

  test.each([
    ['an error', 500, 'The receiver answered 500'],
    ['a redirect, which is not followed', 302, 'The receiver answered 302; redirects are not followed'],
  ])('that is answered with %s is tried again later, with a new time and signature', async (_name, status, failure) => {
    const { signingKey } = await listen();
    await publish();
    receiver.answer = (_message, response) => response.writeHead(status, { location: '/elsewhere' }).end('not now');
    await deliver();
    expect(await attempts()).toEqual([{ number: 1, status_code: status, failure, answer: 'not now' }]);
    expect(await deliver()).toBe(0);
    later(6_000);
    receiver.answer = (_message, response) => response.writeHead(200).end('thanks');
    expect(await deliver()).toBe(1);
    expect(receiver.received.map((message) => message.path)).toEqual(['/hook', '/hook']);
    const [first, second] = receiver.received;
    if (!first || !second) throw new Error('not both came');
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(Number(second.headers['webhook-timestamp'])).toBeGreaterThan(Number(first.headers['webhook-timestamp']));
    receiver.verify(second, signingKey);
    expect(await deliveries()).toMatchObject([{ state: 'DELIVERED', attempt_count: 2, latest_status_code: 200 }]);
  });

  test('to a receiver that is away is tried about a dozen times in a day, and then given up', async () => {
    await listen();
    await publish();
    receiver.answer = (message, response) => response.socket?.destroy() ?? message;
    const begun = now.getTime();
    const pausesMs: number[] = [];
    for (;;) {
      expect(await deliver()).toBe(1);
      const [delivery] = await deliveries();
      if (delivery?.state !== 'PENDING') break;
      pausesMs.push(delivery.next_attempt_at.getTime() - now.getTime());
      now = delivery.next_attempt_at;
    }
    expect(pausesMs.slice(0, 5)).toEqual([5_000, 15_000, 45_000, 135_000, 405_000]);
    expect(Math.max(...pausesMs)).toBe(6 * hourMs);
    expect(now.getTime() - begun).toBeGreaterThan(18 * hourMs);
    expect(now.getTime() - begun).toBeLessThanOrEqual(24 * hourMs);
    expect(await deliveries()).toMatchObject([{ state: 'FAILED', attempt_count: 12, latest_status_code: null }]);
    later(30 * hourMs);
    expect(await deliver()).toBe(0);
  });

  test('waits as long as the receiver asks', async () => {
    await listen();
    await publish();
    receiver.answer = (_message, response) => response.writeHead(429, { 'retry-after': '600' }).end();
    await deliver();
    const [delivery] = await deliveries();
    expect(delivery?.next_attempt_at.getTime()).toBe(now.getTime() + 600_000);
  });

  test('to a private address that is not allowed is refused and says so', async () => {
    await listen({ url: 'http://127.0.0.1:9/hook' });
    await publish();
    await deliver();
    expect((await attempts())[0]?.failure).toBe(
      '127.0.0.1:9 is a private address, and OUTBOUND_ALLOW does not name it',
    );
  });

  test('keeps a short piece of a long answer, without the secrets that were sent', async () => {
    const { signingKey } = await listen({ headers: [{ name: 'X-Token', value: 'open sesame' }] });
    await publish();
    receiver.answer = ({ headers }, response) =>
      response.writeHead(200).end(`got ${headers['x-token']} and ${signingKey}, \0 ${'x'.repeat(1_000_000)}`);
    await deliver();
    const [attempt] = await attempts();
    expect(attempt?.answer).toMatch(/^got \[hidden\] and \[hidden\], \uFFFD x+$/);
    expect(attempt?.answer.length).toBeLessThanOrEqual(2_000);
    expect(await states()).toEqual(['DELIVERED']);
  });
});

describe('what is lost on the way', () => {
  test('a sender that dies before it is done: the event is sent again', async () => {
    await listen();
    await publish();
    const [lost] = await claimDueDeliveries({ now, limit: 10 });
    if (!lost) throw new Error('nothing was due');
    expect(await requeueLostDeliveries()).toBe(0);
    await sqlClient()`update webhook_deliveries set claimed_at = clock_timestamp() - interval '61 seconds'`;
    expect(await requeueLostDeliveries()).toBe(1);
    expect(await deliver()).toBe(1);
    // The dead come back: what they say does not count any more.
    const outcome = { statusCode: 500, failure: 'late', answer: null, durationMs: 1 };
    expect(await settleDelivery(at(), lost, outcome, 0)).toBeNull();
    expect(await states()).toEqual(['DELIVERED']);
  });

  test('a process that is killed while the receiver thinks: the event comes again under its id', async () => {
    await listen();
    await publish();
    receiver.answer = () => {};
    const child = spawn(process.execPath, [deliverOnce], { env: process.env, stdio: 'ignore' });
    await until(async () => receiver.received.length === 1);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    expect(await states()).toEqual(['PROCESSING']);
    await sqlClient()`update webhook_deliveries set claimed_at = clock_timestamp() - interval '61 seconds'`;
    await requeueLostDeliveries();
    receiver.answer = (_message, response) => response.writeHead(204).end();
    await deliver();
    const ids = receiver.received.map((message) => message.headers['webhook-id']);
    expect([ids.length, new Set(ids).size, await states()]).toEqual([2, 1, ['DELIVERED']]);
  });

  test('an event that was committed before anybody sends is sent whenever somebody does', async () => {
    await listen();
    await publish({ first: true });
    later(9 * 24 * hourMs);
    expect(await deliver()).toBe(1);
    expect(await states()).toEqual(['DELIVERED']);
  });

  test('a worker that stops puts back what is on its way, uncounted', async () => {
    await listen();
    await publish();
    const stopping = new AbortController();
    receiver.answer = () => stopping.abort();
    await deliverWebhooks({ signal: stopping.signal });
    expect(await deliveries()).toMatchObject([{ state: 'PENDING', attempt_count: 0 }]);
  });
});

describe('order and fairness', () => {
  test('events of a company go one after the other, in the order in which they happened', async () => {
    await listen();
    for (let at = 1; at <= 12; at++) await publish({ at });
    const stopping = new AbortController();
    receiver.answer = (_message, response) => {
      response.writeHead(204).end();
      if (receiver.received.length === 12) stopping.abort();
    };
    await deliverWebhooks({ signal: stopping.signal });
    expect(receiver.received.map((message) => message.payload.data.at)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });

  test('companies do not wait for each other', async () => {
    await listen();
    const { companyId: other } = await makeCompany(ctx, { integration: 'SANDBOX' });
    for (const of of [companyId, companyId, other]) await publish({}, of);
    expect(await deliver()).toBe(2);
    expect(receiver.received.map((message) => message.payload.company_id).toSorted()).toEqual(
      [companyId, other].toSorted(),
    );
  });

  test('a receiver that never answers holds a few places and no other receiver up', async () => {
    const silent = await startReceiver();
    silent.answer = () => {};
    await listen({ url: silent.url });
    await listen();
    const companies = [companyId];
    for (let made = 0; made < 9; made++) companies.push((await makeCompany(ctx, { integration: 'SANDBOX' })).companyId);
    for (const of of companies) await publish({}, of);
    const stopping = new AbortController();
    const running = deliverWebhooks({ signal: stopping.signal });
    await until(async () => receiver.received.length === 10);
    expect(silent.received.length).toBe(4);
    stopping.abort();
    await running;
  });

  test('one whose receiver is failing gets one place', async () => {
    const { webhook } = await listen();
    await sqlClient()`update webhook_configs set failing_since = ${now} where id = ${webhook.id}`;
    const { companyId: other } = await makeCompany(ctx, { integration: 'SANDBOX' });
    for (const of of [companyId, other]) await publish({}, of);
    expect(await claimDueDeliveries({ now, limit: 10 })).toHaveLength(1);
    expect(await claimDueDeliveries({ now, limit: 10 })).toHaveLength(0);
  });
});

describe('a webhook', () => {
  const state = async (id: number) => {
    const [row] = await sqlClient()`
      select state, disabled_reason, failing_since from webhook_configs where id = ${id}`;
    return row;
  };

  test('that takes nothing for five days is switched off, said in the audit log, and works again once switched on', async () => {
    const { webhook } = await listen();
    receiver.answer = (_message, response) => response.writeHead(503).end();
    for (let day = 0; day <= 5; day++) {
      expect(await state(webhook.id)).toMatchObject({ state: 'ENABLED' });
      await publish({ day });
      await deliver();
      later(24 * hourMs);
    }
    expect(await state(webhook.id)).toMatchObject({ state: 'DISABLED', disabled_reason: 'FAILING' });
    const [entry] = await sqlClient()`
      select action, actor_label, subject_id from audit_log
      where organisation_id = ${ctx.organisationId} and action = 'webhook.disabled'`;
    expect(entry).toEqual({ action: 'webhook.disabled', actor_label: 'Webhooks', subject_id: String(webhook.id) });
    await publish({ day: 'off' });
    expect(await deliver()).toBe(0);

    receiver.answer = (_message, response) => response.writeHead(204).end();
    await updateWebhook(at(), { webhookId: webhook.id, state: 'ENABLED' });
    expect(await state(webhook.id)).toEqual({ state: 'ENABLED', disabled_reason: null, failing_since: null });
    for (let round = 0; round < 6; round++) await deliver();
    expect((await states()).slice(-2)).toEqual(['FAILED', 'DELIVERED']);
    expect(receiver.received.some((message) => message.payload.data.day === 'off')).toBe(false);
  });

  test('that takes something in between is not', async () => {
    const { webhook } = await listen();
    for (let day = 0; day <= 6; day++) {
      receiver.answer = (_message, response) => response.writeHead(day === 3 ? 204 : 503).end();
      await publish({ day });
      for (let round = 0; round < 4; round++) await deliver();
      later(24 * hourMs);
    }
    expect(await state(webhook.id)).toMatchObject({ state: 'ENABLED' });
  });

  test('that is switched off by hand keeps what waits until it is on again', async () => {
    const { webhook } = await listen();
    await publish();
    await updateWebhook(at(), { webhookId: webhook.id, state: 'DISABLED' });
    expect(await deliver()).toBe(0);
    await updateWebhook(at(), { webhookId: webhook.id, state: 'ENABLED' });
    expect(await deliver()).toBe(1);
  });

  test('that is deleted drops what waits', async () => {
    const { webhook } = await listen();
    await publish();
    await deleteWebhook(at(), { webhookId: webhook.id });
    expect([await deliver(), await states()]).toEqual([0, ['FAILED']]);
  });

  test('whose secrets can no longer be opened says so instead of sending', async () => {
    const { webhook } = await listen();
    await publish();
    await sqlClient()`update webhook_configs set secrets_key_id = 'v1-another' where id = ${webhook.id}`;
    await deliver();
    expect((await attempts())[0]?.failure).toMatch(/^The webhook's secrets can't be opened/);
    expect(receiver.received).toEqual([]);
  });

  test('gets a test event on demand', async () => {
    const { webhook } = await listen();
    const { deliveryId } = await sendTestEvent(at(), { webhookId: webhook.id });
    await deliver();
    expect(receiver.received[0]?.payload).toMatchObject({
      type: 'DATA_MODEL_CHANGES',
      company_id: null,
      data: { test: true },
    });
    expect(await deliveries()).toMatchObject([{ id: deliveryId, state: 'DELIVERED' }]);
  });
});

describe('a replay', () => {
  test('sends what was delivered again under the same id, and counts its tries on', async () => {
    await listen();
    await publish();
    await deliver();
    const [delivery] = await deliveries();
    await replayDelivery(at(), { deliveryId: delivery?.id });
    await deliver();
    const ids = receiver.received.map((message) => message.headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
    expect((await attempts()).map((attempt) => attempt.number)).toEqual([1, 2]);
  });

  test('gives what had failed another 24 hours', async () => {
    await listen();
    await publish();
    await sqlClient()`update webhook_deliveries set state = 'FAILED', tries_in_row = 12`;
    later(48 * hourMs);
    receiver.answer = (_message, response) => response.writeHead(500).end();
    const [delivery] = await deliveries();
    await replayDelivery(at(), { deliveryId: delivery?.id });
    await deliver();
    const [again] = await deliveries();
    expect([again?.state, again?.next_attempt_at.getTime()]).toEqual(['PENDING', now.getTime() + 5_000]);
  });

  test('is refused while it is being sent, while its webhook is off, and to strangers', async () => {
    const { webhook } = await listen();
    await publish();
    const [delivery] = await deliveries();
    const replay = (as = at()) => replayDelivery(as, { deliveryId: delivery?.id });
    await claimDueDeliveries({ now, limit: 1 });
    await expect(replay()).rejects.toThrow('It is being sent just now');
    await updateWebhook(at(), { webhookId: webhook.id, state: 'DISABLED' });
    await expect(replay()).rejects.toThrow('switched off');
    const { ctx: stranger } = await makeOrganisation();
    await expect(replay(makeContext({ ...stranger, actor: ctx.actor }))).rejects.toThrow('not found');
  });
});

test('no secret is kept where somebody reads it', async () => {
  const { webhook, signingKey } = await listen({ headers: [{ name: 'X-Token', value: 'open sesame' }] });
  await updateWebhook(at(), { webhookId: webhook.id, headers: [{ name: 'X-Token', value: 'close sesame' }] });
  await publish();
  await deliver();
  const [kept] = await sqlClient()`
    select (select json_agg(a) from audit_log a)::text || (select json_agg(d) from webhook_deliveries d)::text
      || (select json_agg(e) from webhook_events e)::text || (select json_agg(t) from webhook_attempts t)::text
      || (select json_agg(w) from webhook_configs w)::text as everything`;
  expect(receiver.received[0]?.headers['x-token']).toBe('close sesame');
  for (const secret of [signingKey, signingKey.slice(6), 'sesame']) expect(kept?.everything).not.toContain(secret);
});
