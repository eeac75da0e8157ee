import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConnectorError } from '../errors.ts';
import type { PlatformSession, PulledPage, PullRequest } from '../types.ts';
import { createTrytonConnector, trytonConnector } from './connector.ts';
import { type FakeAnswer, type FakeRow, type FakeTryton, startFakeTryton } from './testing/fake-tryton.ts';

let fake: FakeTryton;
beforeAll(async () => {
  fake = await startFakeTryton();
});
beforeEach(() => fake.reset());
afterAll(() => fake.stop());

const request = (more: Partial<PullRequest> = {}): PullRequest => ({
  cursor: null,
  full: false,
  syncFrom: null,
  signal: new AbortController().signal,
  ...more,
});

async function failureOf(promise: Promise<unknown>): Promise<ConnectorError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error(`Not a ConnectorError: ${error}`);
}

const connect = () => trytonConnector.connect(fake.credentials);

async function pullOf(session: PlatformSession, more: Partial<PullRequest> = {}) {
  const pages: PulledPage[] = [];
  for await (const page of session.pull('CONTACT', request(more))) pages.push(page);
  await session.close();
  return pages;
}
const pullContacts = async (more: Partial<PullRequest> = {}, options = {}) =>
  pullOf(await createTrytonConnector(options).open(fake.credentials, { entityId: null }), more);

const idsOf = (pages: PulledPage[]) =>
  pages.flatMap((page) => page.records).map((raw) => Number(trytonConnector.identify('CONTACT', raw)));

describe('connecting', () => {
  test('leaves no session behind', async () => {
    expect(await connect()).toMatchObject({ entityName: 'Fake & Sons', entityId: '1-20260101T000000.000000' });
    expect(fake.calls.at(-1)?.method).toBe('common.db.logout');
  });

  test.each<[string, string, FakeAnswer, object]>([
    [
      'a user that is locked out',
      'common.db.login',
      { status: 429 },
      { failureClass: 'rate-limit', field: 'user', retryAfterSeconds: 900, message: /locked .* at least 5 minutes/ },
    ],
    [
      'a user that is locked out for as long as a proxy says',
      'common.db.login',
      { status: 429, headers: { 'retry-after': '77' } },
      { failureClass: 'rate-limit', retryAfterSeconds: 77 },
    ],
    [
      'a user that needs more than a password',
      'common.db.login',
      { error: ['LoginException', ['sms', 'Enter the code', 'char']] },
      { failureClass: 'credentials', field: 'user' },
    ],
    [
      'a page of another program',
      'common.server.version',
      { status: 200, body: '<html>Welcome</html>' },
      { failureClass: 'platform-down', field: 'address' },
    ],
    [
      'a program without this path',
      'common.server.version',
      { status: 404 },
      { failureClass: 'platform-down', field: 'address', message: /no Tryton server/ },
    ],
    [
      'an address that only points on',
      'common.server.version',
      { status: 301, headers: { location: 'https://erp.example.com/x?secret=1' } },
      { failureClass: 'platform-down', field: 'address', message: /points on to https:\/\/erp\.example\.com\./ },
    ],
    [
      'a server that fails',
      'common.server.version',
      { status: 502 },
      { failureClass: 'platform-down', field: 'address' },
    ],
    ['a server that hangs up', 'common.server.version', 'hang up', { failureClass: 'platform-down', field: 'address' }],
    [
      'a version that lacks a field',
      'model.account.invoice.search_read',
      { error: ["'amount_to_pay'", ''] },
      { failureClass: 'bad-request', field: 'address', message: /Tryton 6\.0\.29/ },
    ],
    [
      'a field that this user may not read',
      'model.account.invoice.search_read',
      { error: ['UserError', ['You are not allowed to read the field', '', null]] },
      { failureClass: 'permission', field: 'user', message: /account\.invoice/ },
    ],
  ])('to %s fails with its own message', async (_name, method, answer, expected) => {
    fake.answer(method, answer);
    const failure = await failureOf(connect());
    const { message, ...rest } = expected as { message?: RegExp };
    expect(failure).toMatchObject(rest);
    if (message) expect(failure.message).toMatch(message);
    expect(JSON.stringify([failure.message, failure.evidence])).not.toMatch(/canary|secret=1/);
  });

  test('as a user without any company is a matter of permission', async () => {
    const fresh = await startFakeTryton();
    fresh.answer('model.res.user.get_preferences', { status: 200, body: JSON.stringify({ id: 1, result: {} }) });
    expect(await failureOf(trytonConnector.connect(fresh.credentials))).toMatchObject({
      failureClass: 'permission',
      field: 'user',
    });
    await fresh.stop();
  });

  test.each(['erp.example.com', 'ftp://erp.example.com', 'https://ada:pw@erp.example.com', ''])(
    'to %j asks for a whole address',
    async (address) => {
      expect(await failureOf(trytonConnector.connect({ ...fake.credentials, address }))).toMatchObject({
        field: 'address',
        message: expect.stringContaining('whole address'),
      });
    },
  );

  test('keeps a path in front of Tryton', async () => {
    const { variables } = await trytonConnector.connect({ ...fake.credentials, address: `${fake.url}/erp/?a=1#books` });
    expect(variables.address).toBe(`${fake.url}/erp`);
  });
});

describe('a failing call', () => {
  test.each<[FakeAnswer, string]>([
    [{ status: 500, body: '<!doctype html><title>500</title>' }, 'platform-down'],
    [{ status: 503 }, 'platform-down'],
    [{ status: 200, body: '{"id": 1, "result": [' }, 'platform-down'],
    [{ status: 200, body: '{"id": 1}' }, 'platform-down'],
    [{ status: 200, body: '{"id": 1, "result": [{"name": "no id"}]}' }, 'platform-down'],
    ['hang up', 'platform-down'],
    [{ error: ['ConcurrencyException', 'Records were modified in the meanwhile'] }, 'platform-down'],
    [{ error: ['UserWarning', ['name', 'Sure?', '']] }, 'bad-request'],
    [{ error: ["'nme'", 'Traceback …'] }, 'bad-request'],
    [{ error: ['division by zero', 'Traceback …'] }, 'unknown'],
    [{ status: 403 }, 'bad-request'],
    [{ status: 404 }, 'credentials'],
    [{ status: 429 }, 'rate-limit'],
    [{ status: 418 }, 'unknown'],
  ])('that is answered %j is classed %s', async (answer, failureClass) => {
    fake.answer('model.party.party.search_read', answer);
    const failure = await failureOf(pullContacts());
    expect(failure.failureClass).toBe(failureClass);
    expect(JSON.stringify(failure.evidence)).not.toContain('Traceback');
  });

  test('with 401 signs in again once, then gives up', async () => {
    fake.answer('model.party.party.search_read', { status: 401 }, 1);
    expect(idsOf(await pullContacts())).toEqual([]);
    expect(fake.calls.filter(({ method }) => method === 'common.db.login')).toHaveLength(2);
    fake.answer('model.party.party.search_read', { status: 401 });
    expect(await failureOf(pullContacts())).toMatchObject({ failureClass: 'credentials', field: 'password' });
  });

  test('to end the session costs nothing', async () => {
    fake.answer('common.db.logout', { status: 500 });
    expect(idsOf(await pullContacts())).toEqual([]);
  });

  test('whose words are long is told in part', async () => {
    fake.answer('model.party.party.search_read', { error: ['x'.repeat(5_000), ''] });
    expect((await failureOf(pullContacts())).evidence.platformMessage).toHaveLength(500);
  });
});

describe('what changed', () => {
  const party = (id: number, stamp: string, more: object = {}): FakeRow => ({
    id,
    name: `Party ${id}`,
    create_date: stamp,
    write_date: null,
    ...more,
  });
  const put = (table: string, ...rows: FakeRow[]) => {
    const kept = (fake.tables.get(table) ?? []).filter(({ id }) => !rows.some((row) => row.id === id));
    fake.tables.set(table, [...kept, ...rows]);
  };
  const at = (time: string) => `2026-03-01T${time}.000000`;
  /** A pass at a time of our own clock, going on from the one before. */
  const passes = () => {
    let cursor: unknown = null;
    return async (time = '12:00:00', more: Partial<PullRequest> = {}) => {
      const pages = await pullContacts(
        { cursor, ...more },
        { pageSize: 3, now: () => new Date(`${at(time).slice(0, 19)}Z`) },
      );
      cursor = JSON.parse(JSON.stringify(pages.at(-1)?.checkpoint));
      return idsOf(pages);
    };
  };

  test('is nothing in a pass right after another', async () => {
    put('party.party', party(1, at('10:00:00')), party(2, at('11:59:00')), party(3, at('11:59:00')));
    const pass = passes();
    expect(await pass()).toEqual([1, 2, 3]);
    expect(await pass()).toEqual([]);
    put('party.party', party(2, at('10:00:00'), { write_date: at('12:00:30') }));
    expect(await pass()).toContain(2);
    expect(await pass()).toEqual([]);
  });

  test('also holds a row of a long transaction, stamped before what was read already', async () => {
    put('party.party', party(1, at('11:30:00')), party(3, at('11:50:00')));
    const pass = passes();
    await pass('11:51:00');
    put('party.party', party(2, at('11:40:00')));
    expect(await pass('12:00:00')).toContain(2);
    expect(await pass('12:01:00')).toEqual([]);
  });

  test('also holds a second write by a long transaction, of a row that was read already', async () => {
    put('party.party', party(1, at('09:00:00'), { write_date: at('11:30:00') }), party(2, at('11:50:00')));
    const pass = passes();
    await pass('11:51:00');
    put('party.party', party(1, at('09:00:00'), { write_date: at('11:45:00') }));
    expect(await pass('12:00:00')).toContain(1);
  });

  test('also holds what was written in the hour that a server in a zone with summer time lives through twice', async () => {
    put('party.party', party(1, at('02:55:00')));
    const pass = passes();
    await pass('00:56:00');
    put('party.party', party(2, at('02:05:00')));
    expect(await pass('01:06:00')).toContain(2);
  });

  test('is looked for no further back once nothing older can come', async () => {
    put('party.party', party(1, at('11:30:00')), party(2, at('11:50:00')));
    const pass = passes();
    await pass('12:00:00');
    await pass('13:31:00');
    const before = fake.calls.length;
    expect(await pass('13:32:00')).toEqual([]);
    const looked = fake.calls.slice(before).filter(({ method }) => method === 'model.party.party.search_read');
    expect(looked).toHaveLength(3);
  });

  test('is not hidden by a row whose stamp lies years ahead', async () => {
    put('party.party', party(1, at('11:30:00')), party(2, '2031-01-01T00:00:00.000000'));
    const pass = passes();
    await pass();
    put('party.party', party(1, at('11:30:00'), { write_date: at('12:10:00') }));
    expect(await pass('12:11:00')).toContain(1);
  });

  test('is found through a child’s stamp, and through a child that is gone', async () => {
    put('party.party', party(1, at('10:00:00')), party(2, at('10:00:00')), party(3, at('11:59:00')));
    put('party.address', party(8, at('10:00:00'), { party: 1 }), party(9, at('10:00:00'), { party: 2 }));
    const pass = passes();
    await pass();
    put('party.address', party(8, at('10:00:00'), { party: 1, write_date: at('12:05:00') }));
    expect(await pass('12:06:00')).toContain(1);
    fake.tables.set(
      'party.address',
      (fake.tables.get('party.address') ?? []).filter(({ id }) => id !== 9),
    );
    expect(await pass('12:07:00')).toContain(2);
    expect(await pass('12:08:00')).toEqual([]);
  });

  test('is everything for the first pass of an empty server that has been filled since', async () => {
    const pass = passes();
    expect(await pass()).toEqual([]);
    put('party.party', party(1, at('10:00:00')));
    expect(await pass()).toEqual([1]);
  });

  test('after a pass was broken off goes on after its last page, and what changed behind it comes next', async () => {
    const connector = { pageSize: 2, now: () => new Date('2026-03-01T12:00:00Z') };
    put('party.party', ...[1, 2, 3, 4, 5].map((id) => party(id, at('09:00:00'))));
    const whole = await pullContacts({}, connector);
    expect(whole.map((page) => page.records.length)).toEqual([2, 2, 1]);
    put('party.party', party(1, at('09:00:00'), { write_date: at('12:01:00') }));
    const rest = await pullContacts({ cursor: JSON.parse(JSON.stringify(whole[0]?.checkpoint)) }, connector);
    expect(idsOf(rest)).toEqual([3, 4, 5]);
    const next = await pullContacts({ cursor: JSON.parse(JSON.stringify(rest.at(-1)?.checkpoint)) }, connector);
    expect(idsOf(next)).toContain(1);
  });

  test('is everything when the checkpoint can’t be read', async () => {
    put('party.party', party(1, at('09:00:00')));
    expect(idsOf(await pullContacts({ cursor: { version: 99 } }))).toEqual([1]);
  });
});

test('a page that is too large for the server is asked for in smaller ones', async () => {
  const rows = Array.from({ length: 3 }, (_, index) => ({
    id: index + 1,
    create_date: '2026-03-01T09:00:00.000000',
    write_date: null,
    note: 'x'.repeat(12 * 1024 * 1024),
  }));
  fake.tables.set('party.party', rows);
  const pages = await pullContacts({}, { pageSize: 4 });
  expect(pages.map((page) => page.records.length)).toEqual([1, 1, 1, 0]);
  expect(idsOf(pages)).toEqual([1, 2, 3]);
});

test('a row that is refused stands in its place with the reason', async () => {
  fake.tables.set(
    'party.party',
    [1, 2, 3, 4].map((id) => ({ id, create_date: '2026-03-01T09:00:00.000000', write_date: null })),
  );
  fake.refuse('party.party', 3, 'No rate found for "XTS"');
  const [page] = await pullContacts({}, { pageSize: 10 });
  expect(page?.records[2]).toEqual({ id: 3, refused: 'No rate found for "XTS"' });
  expect(page?.records.map((raw) => trytonConnector.identify('CONTACT', raw))).toEqual(['1', '2', '3', '4']);
});
