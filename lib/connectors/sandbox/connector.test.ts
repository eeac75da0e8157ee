import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { smallBook, startTestSandbox, type TestSandbox } from '../../../sandbox/testing/sandbox.ts';
import type { RecordModel } from '../../domain/records/registry.ts';
import { resetEnv } from '../../env.ts';
import { ConnectorError, type FailureClass, RecordRejected } from '../errors.ts';
import type { PlatformSession, PulledPage, PullRequest } from '../types.ts';
import { sandboxConnector } from './connector.ts';
import { sandboxDefinition } from './definition.ts';

const credentials = { companyKey: 'acme', secret: 'acme-secret' };
const models = sandboxDefinition.models.map(({ model }) => model);

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  useAddress(sandbox.url);
});
afterEach(async () => {
  useAddress(sandbox.url);
  await sandbox.call('DELETE', '/_admin/books/acme/faults');
});
afterAll(async () => {
  delete process.env.SANDBOX_URL;
  resetEnv();
  await sandbox.stop();
});

function useAddress(url: string | undefined) {
  if (url === undefined) delete process.env.SANDBOX_URL;
  else process.env.SANDBOX_URL = url;
  resetEnv();
}

const open = () => sandboxConnector.open(credentials, { entityId: 'acme' });
const request = (more: Partial<PullRequest> = {}): PullRequest => ({
  cursor: null,
  full: false,
  syncFrom: null,
  signal: new AbortController().signal,
  ...more,
});

async function pullAll(session: PlatformSession, model: RecordModel, more: Partial<PullRequest> = {}) {
  const pages: PulledPage[] = [];
  for await (const page of session.pull(model, request(more))) pages.push(page);
  return { pages, records: pages.flatMap((page) => page.records), checkpoint: pages.at(-1)?.checkpoint };
}

const ids = (model: RecordModel, records: readonly unknown[]) =>
  records.map((raw) => sandboxConnector.identify(model, raw));

/** The failure of something that must fail. */
async function failureOf(promise: Promise<unknown>): Promise<ConnectorError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error(`Not a ConnectorError: ${error}`);
}

describe('connecting', () => {
  test('answers the company, what to seal and what may be shown', async () => {
    expect(await sandboxConnector.connect(credentials)).toEqual({
      credentials,
      variables: { companyKey: 'acme', baseCurrency: 'GBP' },
      entityId: 'acme',
      entityName: 'Acme Ltd',
    });
  });

  test('with a wrong secret is a matter of credentials, and the message holds none', async () => {
    const failure = await failureOf(sandboxConnector.connect({ ...credentials, secret: 'hunter2-canary' }));
    expect(failure).toMatchObject({ failureClass: 'credentials', field: 'secret' });
    expect(failure.evidence).toEqual({
      method: 'POST',
      path: '/oauth/token',
      status: 401,
      platformCode: 'invalid_client',
      platformMessage: expect.any(String),
    });
    expect(JSON.stringify(failure) + failure.message).not.toContain('hunter2-canary');
  });

  test('to a sandbox that is away or not there at all says that the platform is down', async () => {
    const away = createServer();
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
    const { port } = away.address() as AddressInfo;
    await new Promise((resolve) => away.close(resolve));
    useAddress(`http://127.0.0.1:${port}`);
    expect((await failureOf(sandboxConnector.connect(credentials))).failureClass).toBe('platform-down');
    useAddress(undefined);
    expect((await failureOf(sandboxConnector.connect(credentials))).failureClass).toBe('platform-down');
  });
});

describe('a whole pass', () => {
  test.each(models)('of %s brings every record once, each of which maps', async (model) => {
    const session = await open();
    const { records } = await pullAll(session, model);
    expect(records.length).toBeGreaterThan(0);
    expect(new Set(ids(model, records)).size).toBe(records.length);
    for (const raw of records) {
      const mapped = sandboxConnector.map(model, raw);
      expect(mapped.platformId).toBe(sandboxConnector.identify(model, raw));
    }
  });

  test('goes on after any page from its checkpoint and ends with the same rows', async () => {
    await sandbox.call('POST', '/_admin/books', { body: { ...smallBook, id: 'long', contacts: 10, invoices: 1600 } });
    const long = { companyKey: 'long', secret: 'long-secret' };
    const session = await sandboxConnector.open(long, { entityId: 'long' });
    const { pages, records } = await pullAll(session, 'INVOICE', { full: true });
    expect(pages.length).toBe(4);
    for (const [index, page] of pages.slice(0, -1).entries()) {
      const rest = await pullAll(session, 'INVOICE', { full: true, cursor: structuredClone(page.checkpoint) });
      expect([...pages.slice(0, index + 1).flatMap((one) => one.records), ...rest.records]).toEqual(records);
    }
  });

  test('leaves out invoices and payments dated before syncFrom, and no contact', async () => {
    const session = await open();
    const syncFrom = new Date(Date.now() - 200 * 86_400_000);
    const day = syncFrom.toISOString();
    const all = await pullAll(session, 'INVOICE');
    const { records } = await pullAll(session, 'INVOICE', { syncFrom });
    expect(records.length).toBeLessThan(all.records.length);
    for (const raw of records) {
      expect(String(sandboxConnector.map('INVOICE', raw).fields.posted_date).slice(0, 10) >= day.slice(0, 10)).toBe(
        true,
      );
    }
    expect((await pullAll(session, 'CONTACT', { syncFrom })).records).toHaveLength(30);
  });

  test('of an empty model still ends with a checkpoint', async () => {
    await sandbox.call('POST', '/_admin/books', { body: { id: 'empty', contacts: 0, invoices: 0 } });
    const session = await sandboxConnector.open({ companyKey: 'empty', secret: 'empty-secret' }, { entityId: 'empty' });
    const { pages } = await pullAll(session, 'INVOICE');
    expect(pages).toEqual([{ records: [], checkpoint: { cursor: null, seenUntil: null } }]);
    expect((await pullAll(session, 'INVOICE', { cursor: pages[0]?.checkpoint })).records).toEqual([]);
  });

  test('starts from the beginning although an earlier pass was whole, when a full one is asked for', async () => {
    const session = await open();
    const first = await pullAll(session, 'CONTACT');
    const again = await pullAll(session, 'CONTACT', { full: true, cursor: first.checkpoint });
    expect(again.records).toEqual(first.records);
  });
});

describe('the next pass', () => {
  test('brings what changed since, and little else', async () => {
    const session = await open();
    const { checkpoint } = await pullAll(session, 'CONTACT');
    await sandbox.call('PATCH', '/_admin/books/acme/contacts/con_4', { body: { name: 'Renamed' } });
    const made = await sandbox.call('POST', '/_admin/books/acme/contacts', { body: { name: 'New' } });
    const next = await pullAll(session, 'CONTACT', { cursor: checkpoint });
    const changed = ids('CONTACT', next.records);
    expect(changed).toContain('con_4');
    expect(changed).toContain(made.json.id);
    expect(changed.length).toBeLessThan(10);
  });

  test('reads the last two minutes again, so that a record stamped a little late is not lost', async () => {
    const session = await open();
    await sandbox.call('PATCH', '/_admin/books/acme/contacts/con_5', { body: { person: 'Late' } });
    const { checkpoint } = await pullAll(session, 'CONTACT');
    sandbox.setNow(new Date(Date.now() - 90_000));
    await sandbox.call('PATCH', '/_admin/books/acme/contacts/con_6', { body: { name: 'Stamped earlier' } });
    sandbox.setNow(new Date());
    const next = await pullAll(session, 'CONTACT', { cursor: checkpoint });
    expect(ids('CONTACT', next.records)).toContain('con_6');
  });

  test('is not misled by a record stamped in the future', async () => {
    const session = await open();
    sandbox.setNow(new Date(Date.now() + 86_400_000));
    await sandbox.call('PATCH', '/_admin/books/acme/accounts/acc_1', { body: { name: 'From tomorrow' } });
    sandbox.setNow(new Date());
    const { checkpoint } = await pullAll(session, 'ACCOUNT');
    await sandbox.call('PATCH', '/_admin/books/acme/accounts/acc_2', { body: { name: 'From today' } });
    const next = await pullAll(session, 'ACCOUNT', { cursor: checkpoint });
    expect(ids('ACCOUNT', next.records)).toContain('acc_2');
  });

  test('begins anew with a checkpoint that it does not know', async () => {
    const session = await open();
    const { records } = await pullAll(session, 'CURRENCY', { cursor: { page: 7 } });
    expect(records).toHaveLength(3);
  });
});

describe('a failure is typed', () => {
  const cases: [name: string, fault: Record<string, unknown>, FailureClass][] = [
    ['no permission', { kind: 'permission_denied', model: 'contacts' }, 'permission'],
    ['too many requests', { kind: 'rate_limited', retryAfterSeconds: 42 }, 'rate-limit'],
    ['a server error', { kind: 'server_error', status: 503 }, 'platform-down'],
    ['broken JSON', { kind: 'broken_json' }, 'platform-down'],
    ['a line that goes dead', { kind: 'hang_up' }, 'platform-down'],
    ['a request that was not understood', { kind: 'answer', status: 400, code: 'bad_cursor' }, 'bad-request'],
    ['a path that is gone', { kind: 'answer', status: 404, code: 'not_found' }, 'bad-request'],
    ['an answer nobody knows', { kind: 'answer', status: 418, code: 'teapot' }, 'unknown'],
    ['a redirect', { kind: 'answer', status: 302, code: 'moved' }, 'unknown'],
    ['a token that is refused again and again', { kind: 'token_expired' }, 'credentials'],
  ];
  test.each(cases)('%s', async (_name, fault, failureClass) => {
    const session = await open();
    await sandbox.setFaults('acme', [fault]);
    const failure = await failureOf(pullAll(session, 'CONTACT'));
    expect(failure.failureClass).toBe(failureClass);
    expect(failure.retryAfterSeconds).toBe(failureClass === 'rate-limit' ? 42 : undefined);
    expect(failure.evidence).toMatchObject({ method: 'GET', path: '/v1/contacts' });
    expect(JSON.stringify(failure.evidence)).not.toContain('acme-secret');
  });

  test('credentials that stopped working while the token ran out', async () => {
    const session = await open();
    await sandbox.setFaults('acme', [{ kind: 'token_expired', times: 1 }, { kind: 'credentials_refused' }]);
    expect((await failureOf(pullAll(session, 'CONTACT'))).failureClass).toBe('credentials');
  });

  test('a sign-in that leads to another company, at the start and at a renewal', async () => {
    const session = await open();
    await sandbox.setFaults('acme', [
      { kind: 'token_expired', times: 1 },
      { kind: 'wrong_company', bookId: 'other' },
    ]);
    expect((await failureOf(pullAll(session, 'CONTACT'))).failureClass).toBe('wrong-company');
    expect((await failureOf(open())).failureClass).toBe('wrong-company');
    expect(await sandboxConnector.open(credentials, { entityId: null })).toBeDefined();
  });
});

test('a token that runs out in the middle of a pass is renewed and nothing is lost', async () => {
  const session = await open();
  await sandbox.setFaults('acme', [{ kind: 'token_expired', model: 'invoices', times: 1 }]);
  expect((await pullAll(session, 'INVOICE')).records).toHaveLength(60);
  expect((await pullAll(session, 'CONTACT')).records.length).toBeGreaterThan(0);
});

test('after a failed page the pass goes on from the checkpoint before it', async () => {
  const session = await sandboxConnector.open({ companyKey: 'long', secret: 'long-secret' }, { entityId: 'long' });
  await sandbox.setFaults('long', [{ kind: 'server_error', model: 'invoices', page: 3, times: 1 }]);
  const seen: unknown[] = [];
  let checkpoint: unknown = null;
  const walk = async () => {
    for await (const page of session.pull('INVOICE', request({ cursor: checkpoint, full: true }))) {
      seen.push(...page.records);
      checkpoint = page.checkpoint;
    }
  };
  expect((await failureOf(walk())).failureClass).toBe('platform-down');
  expect(seen).toHaveLength(1000);
  await walk();
  expect(new Set(ids('INVOICE', seen)).size).toBe(1600);
  expect(seen).toHaveLength(1600);
});

test('one bad record of a page still has a name and only costs itself', async () => {
  const session = await open();
  await sandbox.setFaults('acme', [{ kind: 'bad_record', model: 'invoices', times: 1 }]);
  const { records } = await pullAll(session, 'INVOICE');
  const rejected = records.filter((raw) => {
    try {
      sandboxConnector.map('INVOICE', raw);
      return false;
    } catch (error) {
      return error instanceof RecordRejected;
    }
  });
  expect(records).toHaveLength(60);
  expect(rejected).toHaveLength(1);
  expect(ids('INVOICE', rejected)).toEqual([expect.stringMatching(/^inv_\d+$/)]);
});

test('an aborted pull stops with the reason it was given', async () => {
  const session = await open();
  const controller = new AbortController();
  await sandbox.setFaults('acme', [{ kind: 'slow', delayMs: 600_000 }]);
  const pulling = pullAll(session, 'CONTACT', { signal: controller.signal });
  const reason = new Error('cancelled');
  controller.abort(reason);
  await expect(pulling).rejects.toBe(reason);
});

test('identify knows an id where there is one', () => {
  expect(sandboxConnector.identify('CONTACT', { id: 'con_1' })).toBe('con_1');
  for (const raw of [null, 7, {}, { id: 7 }, { id: '' }]) expect(sandboxConnector.identify('CONTACT', raw)).toBeNull();
});
