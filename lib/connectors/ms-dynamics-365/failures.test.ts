import { expect, test } from 'vitest';
import type { RecordModel } from '../../domain/records/registry.ts';
import type { PulledPage } from '../types.ts';
import { msDynamics365Connector } from './connector.ts';
import { businessCentralBooks, failureOf, pointTo, signal } from './testing/books.ts';

const { credentials, fail } = await businessCentralBooks();
const open = () => msDynamics365Connector.open(credentials, { entityId: credentials.companyId });

async function pull(model: RecordModel): Promise<PulledPage[]> {
  const pages: PulledPage[] = [];
  const session = await open();
  for await (const page of session.pull(model, { cursor: null, full: false, syncFrom: null, signal })) pages.push(page);
  return pages;
}

test.each([
  [{ kind: 'permission_denied' }, 'permission', 403],
  [{ kind: 'server_error', status: 500 }, 'platform-down', 500],
  [{ kind: 'server_error', status: 503, retryAfterSeconds: 5 }, 'platform-down', 503],
  [{ kind: 'server_error', status: 504 }, 'platform-down', 504],
  [{ kind: 'answer', status: 408, code: 'Application_Timeout' }, 'platform-down', 408],
  [{ kind: 'answer', status: 400, code: 'BadRequest_NotFound' }, 'bad-request', 400],
  [{ kind: 'answer', status: 302, code: 'Moved' }, 'unknown', 302],
  [{ kind: 'broken_json' }, 'platform-down', 200],
])('%o is %s', async (fault, failureClass, status) => {
  await fail({ ...fault, model: 'contacts' });
  expect(await failureOf(pull('CONTACT'))).toMatchObject({ failureClass, evidence: { status }, mayBeDone: false });
});

test('a limit is waited for, although nobody says how long', async () => {
  await fail({ kind: 'rate_limited', retryAfterSeconds: 9, model: 'contacts' });
  expect(await failureOf(pull('CONTACT'))).toMatchObject({ failureClass: 'rate-limit', retryAfterSeconds: 60 });
});

test('a token that has ended is renewed once, within the request', async () => {
  await fail({ kind: 'token_expired', model: 'contacts', times: 1 });
  expect((await pull('CONTACT')).length).toBeGreaterThan(0);
});

test('a token that is refused while it is fresh is a matter of credentials', async () => {
  await fail({ kind: 'token_expired', model: 'contacts' });
  expect(await failureOf(pull('CONTACT'))).toMatchObject({ failureClass: 'credentials', evidence: { status: 401 } });
});

test('an answer that is cut is no shorter list', async () => {
  await fail({ kind: 'hang_up', model: 'contacts', times: 1 });
  expect(await failureOf(pull('CONTACT'))).toMatchObject({ failureClass: 'platform-down' });
});

test('a platform that can’t be reached is down', async () => {
  pointTo('http://127.0.0.1:1');
  expect(await failureOf(open())).toMatchObject({ failureClass: 'platform-down', mayBeDone: false });
});

test('one record that can’t be read costs no other', async () => {
  await fail({ kind: 'bad_record', model: 'contacts', page: 1, times: 1 });
  const [page] = await pull('CONTACT');
  const outcomes = page?.records.map((raw) => {
    try {
      return msDynamics365Connector.map('CONTACT', raw).platformId;
    } catch {
      return null;
    }
  });
  expect(outcomes?.filter((one) => one === null)).toHaveLength(1);
});
