import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { makeCompany, makeConnection } from '../../../../db/testing/factories.ts';
import { disconnectCompany } from '../../../domain/connections/mutations.ts';
import { claimDueDeliveries } from '../../../domain/webhooks/claim-deliveries.ts';
import { settleDelivery } from '../../../domain/webhooks/settle-delivery.ts';
import { type Answered, errorOf, makeTenant, type Tenant } from '../testing/core-api.ts';

await createTestDatabase();

let tenant: Tenant;
beforeEach(async () => {
  await sqlClient()`update webhook_configs set state = 'DISABLED'`;
  tenant = await makeTenant();
});

const sent = {
  webhook_type: 'connection_changed',
  name: 'Health',
  url: 'https://receiver.example/hook',
  topics: ['expired', 'DISCONNECTED'],
  headers: [{ name: 'X-Token', value: 'open sesame' }],
};
type Wire = Record<string, unknown> & { rootfi_id: number };
const configOf = ({ body }: Answered) => (body as { data: { webhookConfig: Wire } }).data.webhookConfig;
const create = (body: unknown = sent, headers?: Record<string, string>) =>
  tenant.call('POST', '/core/webhook-config', { body, headers });
const configs = async () =>
  ((await tenant.call('GET', '/core/webhook-config')).body as { data: { webhookConfigs: Wire[] } }).data.webhookConfigs;

describe('a webhook config', () => {
  test('is made, and shows its signing key this once', async () => {
    const answer = await create();
    const shown = {
      rootfi_id: expect.any(Number),
      webhook_type: 'CONNECTION_CHANGED',
      integration_type: null,
      name: 'Health',
      url: 'https://receiver.example/hook',
      state: 'ENABLED',
      topics: ['EXPIRED', 'DISCONNECTED'],
      headers: [{ name: 'X-Token', value: null }],
      signature_header: null,
    };
    expect(answer.status).toBe(201);
    expect(configOf(answer)).toEqual({ ...shown, signing_key: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) });
    expect(Object.keys(configOf(answer)).slice(0, 3)).toEqual(['rootfi_id', 'webhook_type', 'integration_type']);
    expect(await configs()).toEqual([shown]);
  });

  test('made under an Idempotency-Key is made once; the key is shown to the repeat and kept nowhere in the clear', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [first, second] = [await create(sent, headers), await create(sent, headers)];
    expect([second.status, second.headers.get('idempotent-replayed'), second.text]).toEqual([201, 'true', first.text]);
    expect(await configs()).toHaveLength(1);
    const [kept] = await sqlClient()`select json_agg(k)::text as text from idempotency_keys k`;
    expect(kept?.text).not.toContain(String(configOf(first).signing_key));
  });

  test('is changed in what is sent; a header without a value keeps it, another needs one', async () => {
    const { rootfi_id: id } = configOf(await create());
    const put = (body: unknown) => tenant.call('PUT', `/core/webhook-config/${id}`, { body });
    const changed = await put({
      name: 'Renamed',
      integration_type: 'sandbox',
      headers: [
        { name: 'X-Token', value: null },
        { name: 'X-More', value: 'more' },
      ],
    });
    expect(changed.status).toBe(200);
    expect(configOf(changed)).toMatchObject({
      name: 'Renamed',
      integration_type: 'SANDBOX',
      topics: ['EXPIRED', 'DISCONNECTED'],
      headers: [
        { name: 'X-Token', value: null },
        { name: 'X-More', value: null },
      ],
    });
    expect(configOf(changed)).not.toHaveProperty('signing_key');
    const unknown = await put({ headers: [{ name: 'X-New', value: null }] });
    expect([unknown.status, errorOf(unknown).message]).toEqual([400, 'headers.0.value: is required']);
    expect(configOf(await put({ state: 'disabled' })).state).toBe('DISABLED');
  });

  test('is deleted with an empty 204, and is not found afterwards', async () => {
    const path = `/core/webhook-config/${configOf(await create()).rootfi_id}`;
    const gone = await tenant.call('DELETE', path);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect(await configs()).toEqual([]);
    expect((await tenant.call('DELETE', path)).status).toBe(404);
    expect((await tenant.call('PUT', path, { body: { name: 'x' } })).status).toBe(404);
  });

  test.each([
    [{ ...sent, url: undefined }, 'url: is required'],
    [{ ...sent, url: 'ftp://receiver.example' }, 'url: must be an http or https address'],
    [{ ...sent, url: 'https://me:pw@receiver.example' }, /^url: must not have a user or password/],
    [{ ...sent, url: 'http://10.1.2.3/hook' }, 'url: is a private address, and OUTBOUND_ALLOW does not name it'],
    [{ ...sent, url: 'http://[::1]:8080' }, 'url: is a private address, and OUTBOUND_ALLOW does not name it'],
    [{ ...sent, name: ' ' }, 'name: must not be empty'],
    [{ ...sent, webhook_type: 'EVERYTHING' }, /^webhook_type: must be one of INTEGRATION, DATA_MODEL_CHANGES/],
    [{ ...sent, topics: ['EXPIRED', 'INVOICE'] }, /^topics\.1: must be one of HEALTHY, DISCONNECTED/],
    [{ ...sent, integration_type: 'NO_SUCH' }, /^integration_type: must be one of/],
    [
      { ...sent, headers: [{ name: 'Host', value: 'x' }] },
      'headers.0.name: is a header that each delivery sets itself',
    ],
    [{ ...sent, headers: [{ name: 'a b', value: 'x' }] }, 'headers.0.name: must have letters, digits and hyphens only'],
    [
      { ...sent, headers: [{ name: 'A', value: 'x\r\nB: y' }] },
      'headers.0.value: must have printable ASCII characters only',
    ],
    [{ ...sent, headers: [...sent.headers, { name: 'x-token', value: 'x' }] }, 'headers.1.name: is named twice'],
    [{ ...sent, signature_header: 'webhook-id' }, /^signature_header: is a header that each delivery sets itself/],
    [{ ...sent, state: 'PAUSED' }, 'state: must be one of ENABLED, DISABLED'],
    [{ ...sent, signing_key: 'mine' }, /^signing_key: is not a known field/],
  ])('%j is refused and nothing is stored', async (body, message) => {
    const answer = await create(body);
    expect([answer.status, errorOf(answer).message]).toEqual([400, expect.stringMatching(message)]);
    expect(await configs()).toEqual([]);
  });
});

describe('the webhook log', () => {
  interface Logs {
    webhookLogs: (Record<string, unknown> & { id: string })[];
    count: number;
    next: string | null;
  }
  const logs = async (query = '') =>
    ((await tenant.call('GET', `/core/webhook-logs${query}`)).body as { data: Logs }).data;
  const one = async (id: string) =>
    ((await tenant.call('GET', `/core/webhook-logs/${id}`)).body as { data: { webhookLog: object } }).data.webhookLog;
  const now = () => new Date();

  async function disconnectOne(): Promise<number> {
    const { companyId } = await makeCompany(tenant.ctx, { integration: 'SANDBOX' });
    await makeConnection(tenant.ctx, { companyId });
    await disconnectCompany(tenant.ctx, { companyId });
    return companyId;
  }

  test('lists deliveries in the contract’s shape, and shows one with payload and tries', async () => {
    await create();
    const companyId = await disconnectOne();
    const { webhookLogs, count, next } = await logs();
    const listed = {
      id: expect.any(String),
      webhookName: 'Health',
      webhookUrl: 'https://receiver.example/hook',
      state: 'PENDING',
      latestStatusCode: null,
      attemptCount: 0,
      eventType: 'CONNECTION_CHANGED',
      integration: 'SANDBOX',
      syncId: null,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    };
    expect({ webhookLogs, count, next }).toEqual({ webhookLogs: [listed], count: 1, next: null });
    const [claimed] = await claimDueDeliveries({ now: now(), limit: 1 });
    if (!claimed) throw new Error('nothing is due');
    const outcome = { statusCode: 500, failure: 'The receiver answered 500', answer: 'no', durationMs: 12 };
    await settleDelivery(tenant.ctx, claimed, outcome, 0);
    expect(await one(claimed.id)).toEqual({
      ...listed,
      latestStatusCode: 500,
      attemptCount: 1,
      payload: {
        id: claimed.event.id,
        type: 'CONNECTION_CHANGED',
        timestamp: expect.any(String),
        topics: ['DISCONNECTED'],
        company_id: companyId,
        integration_type: 'SANDBOX',
        data: { from: 'HEALTHY', to: 'DISCONNECTED', since: expect.any(String), failure: null },
      },
      attempts: [
        {
          number: 1,
          statusCode: 500,
          error: 'The receiver answered 500',
          response: 'no',
          durationMs: 12,
          createdAt: expect.any(String),
        },
      ],
    });
  });

  test('goes by pages and filters', async () => {
    const { rootfi_id: id } = configOf(await create());
    const ids = [await disconnectOne(), await disconnectOne(), await disconnectOne()];
    const first = await logs('?limit=2');
    expect([first.webhookLogs.length, first.count]).toEqual([2, 3]);
    const second = await logs(`?limit=2&cursor=${first.next}`);
    expect([second.webhookLogs.length, second.next]).toEqual([1, null]);
    expect(new Set([...first.webhookLogs, ...second.webhookLogs].map((log) => log.id)).size).toBe(3);
    const counts = [`?companyId=${ids[0]}`, '?state=pending', '?state=failed', '?eventType=SYNC_STARTED'];
    expect(await Promise.all(counts.map(async (query) => (await logs(query)).count))).toEqual([1, 3, 0, 0]);
    expect((await logs(`?webhookConfigId=${id}`)).count).toBe(3);
    expect((await logs(`?syncId=${randomUUID()}`)).count).toBe(0);
  });

  test('replays: what was delivered waits again', async () => {
    await create();
    await disconnectOne();
    const [claimed] = await claimDueDeliveries({ now: now(), limit: 1 });
    if (!claimed) throw new Error('nothing is due');
    const replay = () => tenant.call('POST', `/core/webhook-logs/${claimed.id}/replay`);
    expect((await replay()).status).toBe(409);
    await settleDelivery(tenant.ctx, claimed, { statusCode: 200, failure: null, answer: null, durationMs: 1 }, 0);
    expect((await logs('?state=DELIVERED')).count).toBe(1);
    const answer = await replay();
    expect([answer.status, answer.body]).toEqual([200, { request_id: answer.headers.get('x-request-id') }]);
    expect((await logs('?state=PENDING')).count).toBe(1);
  });
});

test('a read-only key reads configs and logs, and changes nothing', async () => {
  const { rootfi_id: id } = configOf(await create());
  const key = tenant.readOnlyKey;
  expect((await tenant.call('GET', '/core/webhook-config', { key })).status).toBe(200);
  expect((await tenant.call('GET', '/core/webhook-logs', { key })).status).toBe(200);
  expect((await tenant.call('DELETE', `/core/webhook-config/${id}`, { key })).status).toBe(403);
});
