import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeDb, sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { canonicalRecord, startTestRun } from '../../../db/testing/records.ts';
import { archiveCompany } from '../../domain/companies/mutations.ts';
import { listRecords } from '../../domain/records/data.ts';
import { storePage } from '../../domain/records/mutations.ts';
import { preparedRecord } from '../../domain/records/record-hash.ts';
import { type RecordModel, recordModels } from '../../domain/records/registry.ts';
import { cancelSync } from '../../domain/syncs/mutations.ts';
import { resetEnv } from '../../env.ts';
import type { Operation } from '../../http/operation.ts';
import { testIf } from '../../http/testing/test-if.ts';
import { coreV4Routes } from './routes.ts';
import { type Answered, type CallOptions, call, errorOf, makeTenant, type Tenant } from './testing/core-api.ts';
import { companyWithAll, fillPath } from './testing/route-samples.ts';

await createTestDatabase();
const databaseUrl = process.env.DATABASE_URL;
// The sandbox can be connected where there is one; nobody asks it here.
process.env.SANDBOX_URL = 'http://127.0.0.1:1';

/** Settings of one test. */
function set(settings: Record<string, string | undefined>): void {
  Object.assign(process.env, settings);
  resetEnv();
}
async function switchDatabase(url: string | undefined): Promise<void> {
  await closeDb();
  set({ DATABASE_URL: url });
}
afterEach(async () => {
  for (const name of ['CORE_RATE_BURST', 'CORE_RATE_PER_MINUTE']) delete process.env[name];
  resetEnv();
  if (process.env.DATABASE_URL !== databaseUrl) await switchDatabase(databaseUrl);
});

/** What an operation needs so that it does its work, beside a connected company with a sync that waits. */
async function readyFor({ id, path }: Operation, tenant: Tenant): Promise<Record<string, string>> {
  const known = await companyWithAll(tenant.ctx);
  const [companyId, syncId] = [Number(known.company_id), known.sync_id ?? ''];
  if (['createSync', 'retrySync', 'restoreCompany', 'disconnectCompany'].includes(id))
    await cancelSync(tenant.ctx, { syncId });
  if (id === 'restoreCompany') await archiveCompany(tenant.ctx, { companyId });
  const model = path.includes('{rootfi_id}') && modelOf(path);
  return model ? { ...known, rootfi_id: await storeOne(tenant, companyId, model) } : known;
}

const modelOf = (path: string) =>
  (Object.keys(recordModels) as RecordModel[]).find((model) => path.includes(`/${recordModels[model].path}/`));

/** Stores a record of a model and says its rootfi_id. */
async function storeOne(tenant: Tenant, companyId: number, model: RecordModel): Promise<string> {
  const company = { organisationId: tenant.organisationId, companyId };
  const run = await startTestRun(sqlClient(), company, model);
  const record = preparedRecord(canonicalRecord(model, 'one', {}), {});
  const page = { model, full: false, now: new Date(), checkpoint: null, rejected: [], records: [record] };
  await storePage({ ...run, ...page });
  const { records } = await listRecords(tenant.ctx, { companyId, model });
  return String(records[0]?.fields.rootfi_id);
}

/** These wait for a platform, which is not here: what a repeat of them does has tests of its own. */
const writesToPlatform = /\/(contacts|invoice_payments)(\/|$)/;

/** Waits until a request has claimed its key, while everything that it would touch is locked. */
async function whileRunning(work: { first: () => Promise<Answered>; second: () => Promise<Answered>; key: string }) {
  const sql = sqlClient();
  const open = ['api_keys', 'audit_log', 'idempotency_keys', 'organisations', 'rate_limit_buckets'];
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
  const isOnce = (method === 'POST' || method === 'PATCH') && !writesToPlatform.test(declaration.path);
  let tenant: Tenant;
  let path: string;
  beforeAll(async () => {
    tenant = await makeTenant();
    path = fillPath(declaration.path, await readyFor(declaration, tenant));
  });
  const send = (options: CallOptions = {}) => call(method, path, { key: tenant.key, body: example?.body, ...options });

  test('keeps the request id that it was given, in the header and in the body', async () => {
    const id = randomUUID();
    const refused = await call(method, `${path}?nonsense=1`, { key: tenant.key, headers: { 'x-request-id': id } });
    expect([refused.status, refused.headers.get('x-request-id')]).toEqual([400, id]);
    errorOf(refused);
    const made = await call(method, path, { headers: { 'x-request-id': 'mine' } });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    errorOf(made);
  });

  test('is refused with 429 and Retry-After when the bucket is empty', async () => {
    set({ CORE_RATE_BURST: '1', CORE_RATE_PER_MINUTE: '1' });
    const { key } = await makeTenant();
    await call(method, `${path}?nonsense=1`, { key });
    const refused = await send({ key });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    errorOf(refused);
  });

  test('is answered with 503 and Retry-After while the database is away, and works again afterwards', async () => {
    await switchDatabase('postgres://nobody@127.0.0.1:1/none');
    const away = await send();
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    errorOf(away);
    await switchDatabase(databaseUrl);
    expect((await call(method, `${path}?nonsense=1`, { key: tenant.key })).status).toBe(400);
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

  testIf(!isWrite)('answers what its example asks', async () => {
    const answer = await call(method, `${path}?${new URLSearchParams(example?.query)}`, { key: tenant.key });
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  });

  testIf(isOnce)('is executed once for an Idempotency-Key, and repeats its answer', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const work = { first: () => send({ headers }), second: () => send({ headers }), key: headers['idempotency-key'] };
    const { first, second } = await whileRunning(work);
    expect([second.status, errorOf(second).message]).toEqual([409, expect.stringMatching(/still running/)]);

    const answer = await first;
    expect(answer.status).toBeLessThan(300);
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
