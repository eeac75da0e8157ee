import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeDb, sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { canonicalRecord, startTestRun } from '../../../db/testing/records.ts';
import { makeContext } from '../../context.ts';
import { createApiKey } from '../../domain/api-keys/mutations.ts';
import { archiveCompany } from '../../domain/companies/mutations.ts';
import { listRecords } from '../../domain/records/data.ts';
import { storePage } from '../../domain/records/mutations.ts';
import { preparedRecord } from '../../domain/records/record-hash.ts';
import { type RecordModel, recordModels } from '../../domain/records/registry.ts';
import { cancelSync } from '../../domain/syncs/mutations.ts';
import { makeWritingCompany } from '../../domain/writes/testing/writing-company.ts';
import { resetEnv } from '../../env.ts';
import type { Operation } from '../../http/operation.ts';
import { testIf } from '../../http/testing/test-if.ts';
import { ownSandbox } from '../../worker/testing/books.ts';
import { coreV4Routes } from './routes.ts';
import { type Answered, type CallOptions, call, errorOf } from './testing/core-api.ts';
import { companyWithAll, fillPath } from './testing/route-samples.ts';

await createTestDatabase();
const databaseUrl = process.env.DATABASE_URL;
// One organisation for all routes; its books are on a platform that contacts and payments are written to.
const writing = await makeWritingCompany(await ownSandbox());
const { key } = writing;
const ctx = makeContext({ ...writing.ctx, actor: { type: 'system', id: 'test', label: 'Test' } });
const shared = await companyWithAll(ctx);

/** Settings of one test. */
function set(settings: Record<string, string | undefined>): void {
  Object.assign(process.env, settings);
  resetEnv();
}
async function switchDatabase(url: string | undefined): Promise<void> {
  await closeDb();
  set({ DATABASE_URL: url });
}
/** One key asks everything. */
const unlimited = { CORE_RATE_BURST: '100000', CORE_RATE_PER_MINUTE: '100000' };
beforeAll(() => set(unlimited));
afterEach(async () => {
  set(unlimited);
  if (process.env.DATABASE_URL !== databaseUrl) await switchDatabase(databaseUrl);
});

const isPlatformWrite = ({ method, path }: Operation) =>
  method !== 'GET' && /\/(contacts|invoice_payments)(\/|$)/.test(path);

/** What an operation needs so that it does its work, beside a connected company with a sync that waits. */
async function readyFor(operation: Operation): Promise<{ path: string; body: unknown }> {
  const { id, method, path, example } = operation;
  if (isPlatformWrite(operation)) return readyToWrite(operation);
  const known = method === 'GET' ? shared : await companyWithAll(ctx);
  const [companyId, syncId] = [Number(known.company_id), known.sync_id ?? ''];
  if (['createSync', 'retrySync', 'restoreCompany', 'disconnectCompany', 'archiveCompany'].includes(id))
    await cancelSync(ctx, { syncId });
  if (id === 'restoreCompany') await archiveCompany(ctx, { companyId });
  const model = path.includes('{rootfi_id}') && modelOf(path);
  const named = model ? { ...known, rootfi_id: await storeOne(companyId, model) } : known;
  return { path: fillPath(path, named), body: example?.body };
}

/** The example of a write, with the ids of what the books have in place of its own. */
async function readyToWrite({ path, example }: Operation): Promise<{ path: string; body: unknown }> {
  const { companyId } = writing;
  const { records: contacts } = await listRecords(ctx, { companyId, model: 'CONTACT' });
  const filled = fillPath(path, { company_id: String(companyId), rootfi_id: String(contacts[0]?.fields.rootfi_id) });
  const body = example?.body as { data: Record<string, unknown> };
  if (!('invoice_id' in body.data)) return { path: filled, body };
  const { id, contactId } = await writing.addInvoice('250.00');
  const filters = [{ field: 'category', op: 'eq', value: 'bank' }];
  const { records: accounts } = await listRecords(ctx, { companyId, model: 'ACCOUNT', filters });
  const ids = { invoice_id: id, contact_id: contactId, account_id: accounts[0]?.fields.platform_id };
  return { path: filled, body: { data: { ...body.data, ...ids } } };
}

const modelOf = (path: string) =>
  (Object.keys(recordModels) as RecordModel[]).find((model) => path.includes(`/${recordModels[model].path}/`));

/** Stores a record of a model and says its rootfi_id. */
async function storeOne(companyId: number, model: RecordModel): Promise<string> {
  const company = { organisationId: ctx.organisationId, companyId };
  const run = await startTestRun(sqlClient(), company, model);
  const record = preparedRecord(canonicalRecord(model, 'one', {}), {});
  const page = { model, full: false, now: new Date(), checkpoint: null, rejected: [], records: [record] };
  await storePage({ ...run, ...page });
  const { records } = await listRecords(ctx, { companyId, model });
  return String(records[0]?.fields.rootfi_id);
}

/** Waits until a request has claimed its key, while everything that it would touch is locked. */
async function whileRunning(work: { first: () => Promise<Answered>; second: () => Promise<Answered>; key: string }) {
  const sql = sqlClient();
  const open = ['api_keys', 'audit_log', 'idempotency_keys', 'organisations', 'rate_limit_buckets', 'writes'];
  const tables = await sql<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and not tablename = any(${open})`;
  return sql.begin(async (tx) => {
    await tx`set local idle_in_transaction_session_timeout = '5s'`;
    await tx.unsafe(`lock table ${tables.map(({ name }) => name).join(', ')} in access exclusive mode`);
    const first = work.first();
    await expect
      .poll(async () => (await sql`select from idempotency_keys where key = ${work.key}`).length, { interval: 5 })
      .toBe(1);
    return { first, second: await work.second() };
  });
}

describe.each(
  coreV4Routes.map(({ declaration }) => [`${declaration.method} ${declaration.path}`, declaration] as const),
)('%s', (_name, declaration) => {
  const { method, example } = declaration;
  const isWrite = method !== 'GET';
  const isOnce = method === 'POST' || method === 'PATCH';
  let path: string;
  let body: unknown;
  beforeAll(async () => {
    ({ path, body } = await readyFor(declaration));
  });
  const send = (options: CallOptions = {}) => call(method, path, { key, body, ...options });

  test('keeps the request id that it was given, in the header and in the body', async () => {
    const id = randomUUID();
    const refused = await call(method, `${path}?nonsense=1`, { key, headers: { 'x-request-id': id } });
    expect([refused.status, refused.headers.get('x-request-id')]).toEqual([400, id]);
    errorOf(refused);
    const made = await call(method, path, { headers: { 'x-request-id': 'mine' } });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    errorOf(made);
  });

  test('is refused with 429 and Retry-After when the bucket is empty', async () => {
    set({ CORE_RATE_BURST: '1', CORE_RATE_PER_MINUTE: '1' });
    const { key: own } = await createApiKey(ctx, { name: 'One request a minute' });
    await call(method, `${path}?nonsense=1`, { key: own });
    const refused = await send({ key: own });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    errorOf(refused);
  });

  testIf(isWrite)('refuses a body that is too large, of another type, or no JSON', async () => {
    const answers = [
      [413, await send({ body: JSON.stringify({ name: 'a'.repeat(1024 * 1024) }) })],
      [415, await send({ body: '{}x', headers: { 'content-type': 'text/plain' } })],
      [400, await send({ body: '{"name":' })],
    ] as const;
    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status);
      errorOf(answer);
    }
  });

  testIf(!isOnce)('answers what its example asks', async () => {
    const answer = await call(method, `${path}?${new URLSearchParams(example?.query)}`, { key, body });
    expect([answer.status, answer.text]).toEqual([declaration.status, expect.any(String)]);
  });

  testIf(isOnce)('is executed once for an Idempotency-Key, and repeats its answer', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const work = { first: () => send({ headers }), second: () => send({ headers }), key: headers['idempotency-key'] };
    const { first, second } = await whileRunning(work);
    expect([second.status, errorOf(second).message]).toEqual([409, expect.stringMatching(/still running/)]);

    const answer = await first;
    expect([answer.status, answer.text]).toEqual([declaration.status, expect.any(String)]);
    const repeat = await send({ headers });
    expect([repeat.status, repeat.text, repeat.headers.get('idempotent-replayed')]).toEqual([
      answer.status,
      answer.text,
      'true',
    ]);
    expect(repeat.headers.get('x-request-id')).toBe(answer.headers.get('x-request-id'));
    const other = await send({ headers, body: { another: 'body' } });
    expect([other.status, errorOf(other).message]).toEqual([422, expect.stringMatching(/with another request/)]);
  });
});

test('every route is answered with 503 and Retry-After while the database is away, and works again afterwards', async () => {
  const all = coreV4Routes.map(({ declaration: { id, method, path } }) => ({
    id,
    method,
    path: fillPath(path, shared),
  }));
  await switchDatabase('postgres://nobody@127.0.0.1:1/none');
  await Promise.all(
    all.map(async ({ id, method, path }) => {
      const away = await call(method, path, { key });
      expect([id, away.status, away.headers.get('retry-after')]).toEqual([id, 503, '5']);
      errorOf(away);
    }),
  );
  await switchDatabase(databaseUrl);
  for (const { id, method, path } of all) {
    expect([id, (await call(method, `${path}?nonsense=1`, { key })).status]).toEqual([id, 400]);
  }
});
