import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { call } from '../../dialects/core-v4/testing/core-api.ts';
import { startWorker } from '../../worker/main.ts';
import { pushSync } from '../../worker/push-sync.ts';
import { ownSandbox, until } from '../../worker/testing/books.ts';
import { listWrites } from './data.ts';
import { settleWrite } from './settle.ts';
import { comeDue, makeWritingCompany, paymentBody } from './testing/writing-company.ts';

await createTestDatabase();
const sandbox = await ownSandbox();
const company = await makeWritingCompany(sandbox);

const pay = (invoiceId: string, key: string, fields: Record<string, unknown> = {}) =>
  company.call('POST', '/invoice_payments', {
    body: paymentBody(invoiceId, fields),
    headers: { 'idempotency-key': key },
  });
const newestId = async () =>
  (await listWrites(company.ctx, { companyId: company.companyId, limit: 1 })).writes[0]?.id ?? '';
/** The process died before the answer was kept. */
const loseAnswer = (key: string) =>
  sqlClient()`update idempotency_keys set status = null, headers = null, body = null where key = ${key}`;
const syncOf = async (id: string) =>
  (await call('GET', `/core/syncs/${id}`, { key: company.key })).body as {
    data: {
      sync: { status: string; jobs: { status: string; parentJobId: string | null; errorCode: string | null }[] };
    };
  };

test('of many requests with one key at once one is carried out, and all are told of one payment', async () => {
  const [invoice, key] = [await company.addInvoice(), randomUUID()];
  const answers = await Promise.all(Array.from({ length: 12 }, () => pay(invoice.id, key)));
  const [payment, ...others] = await company.paymentsOf(invoice.id);
  expect(others).toEqual([]);
  const statuses = new Set(answers.map((answer) => answer.status));
  expect([...statuses].filter((status) => status !== 200 && status !== 409)).toEqual([]);
  const again = await pay(invoice.id, key);
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
  expect((again.body as { data: { platform_id: string } }).data.platform_id).toBe(payment?.id);
  expect(answers.filter(({ status }) => status === 200).every(({ text }) => text === again.text)).toBe(true);
});

test('four payments at once book exactly what is due, and leave the balance that the platform has', async () => {
  const invoice = await company.addInvoice('100.00');
  const answers = await Promise.all([1, 2, 3, 4].map(() => pay(invoice.id, randomUUID(), { amount: 30 })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 400]);
  expect(await company.paymentsOf(invoice.id)).toHaveLength(3);
  const list = await company.call('GET', `/invoices?platform_id[eq]=${invoice.id}`);
  expect((list.body as { data: unknown[] }).data[0]).toMatchObject({ amount_due: 10 });
  const payments = await company.call('GET', `/invoice_payments?invoice_id[eq]=${invoice.id}`);
  expect((payments.body as { data: unknown[] }).data).toHaveLength(3);
});

test('an answer that was lost is the stored one again', async () => {
  const [invoice, key] = [await company.addInvoice(), randomUUID()];
  const first = await pay(invoice.id, key);
  await loseAnswer(key);
  const again = await pay(invoice.id, key);
  expect([again.status, again.text, again.headers.get('idempotent-replayed')]).toEqual([200, first.text, 'true']);
  expect(await company.paymentsOf(invoice.id)).toHaveLength(1);
});

test('a refusal that was lost is told again', async () => {
  const [invoice, key] = [await company.addInvoice('10.00'), randomUUID()];
  const first = await pay(invoice.id, key, { amount: 11 });
  await loseAnswer(key);
  const again = await pay(invoice.id, key, { amount: 11 });
  const told = ({ body }: typeof first) => (body as { error: { message: string; issues: unknown } }).error;
  expect([again.status, told(again).message, told(again).issues]).toEqual([
    400,
    told(first).message,
    told(first).issues,
  ]);
});

test('a repeat is told to wait while it is not known what became of the first, and then the truth', async () => {
  const [invoice, key] = [await company.addInvoice(), randomUUID()];
  await company.fail({ kind: 'done_but_error', model: 'payments', times: 1 });
  const first = await pay(invoice.id, key);
  expect(first.status).toBe(202);
  await loseAnswer(key);
  await sqlClient()`update idempotency_keys set created_at = created_at - interval '10 minutes' where key = ${key}`;
  const early = await pay(invoice.id, key);
  expect([early.status, early.text]).toEqual([409, expect.stringContaining('not known yet')]);
  const writeId = await newestId();
  await comeDue((first.body as { sync_id: string }).sync_id);
  expect((await settleWrite({ writeId })).state).toBe('confirmed');
  expect((await pay(invoice.id, key)).status).toBe(200);
  expect(await company.paymentsOf(invoice.id)).toHaveLength(1);
});

test('a key that a fault of ours set free names its write all the same, and no other', async () => {
  const [invoice, key] = [await company.addInvoice(), randomUUID()];
  const raw = { amount: 5, memo: 'first', raw_data: {} };
  const first = await pay(invoice.id, key, raw);
  await sqlClient()`delete from idempotency_keys where key = ${key}`;
  expect((await pay(invoice.id, key, { ...raw, amount: 6 })).status).toBe(422);
  const again = await pay(invoice.id, key, raw);
  expect([again.status, again.text]).toEqual([200, first.text]);
  expect(await company.paymentsOf(invoice.id)).toHaveLength(1);
});

test('a key whose holder failed without writing anything is free for another try', async () => {
  const [invoice, key] = [await company.addInvoice(), randomUUID()];
  await company.fail({ kind: 'permission_denied', model: 'payments', on: 'write', times: 1 });
  expect((await pay(invoice.id, key)).status).toBe(403);
  expect((await pay(invoice.id, randomUUID())).status).toBe(200);
});

test('an ended PUSH sync is retried: what failed is asked for and sent under its old marker, the rest is left', async () => {
  const invoice = await company.addInvoice('100.00');
  const one = paymentBody(invoice.id, { amount: 60 }).data;
  const body = { data: [one, { ...one, document_number: 'second' }] };
  const queued = await company.call('POST', '/invoice_payments?run_async=true', { body });
  const { sync_id: syncId } = queued.body as { sync_id: string };
  await pushSync({ syncId });
  const ended = (await syncOf(syncId)).data.sync;
  expect([ended.status, ended.jobs.map((job) => job.errorCode)]).toEqual([
    'PARTIAL_SUCCESS',
    expect.arrayContaining([null, 'invalid-params']),
  ]);
  const [paid] = await company.paymentsOf(invoice.id);
  await company.admin('DELETE', `payments/${paid?.id}`);
  const retried = await call('POST', `/core/syncs/${syncId}/retry`, { key: company.key });
  expect(retried.status, retried.text).toBe(201);
  const again = (retried.body as { data: { sync: { id: string } } }).data.sync.id;
  await comeDue(again);
  await pushSync({ syncId: again });
  const { sync } = (await syncOf(again)).data;
  expect([sync.status, sync.jobs.length, sync.jobs[0]?.parentJobId]).toEqual(['SUCCESS', 1, expect.any(String)]);
  const markers = await sqlClient()`
    select w.marker, count(*)::int as n from writes w where w.sync_id in (${syncId}, ${again}) group by 1 having count(*) > 1`;
  const [made, ...others] = await company.paymentsOf(invoice.id);
  expect([others, markers.map(({ marker }) => marker)]).toEqual([[], [made?.external_id]]);
  expect((await call('POST', `/core/syncs/${again}/retry`, { key: company.key })).status).toBe(409);
});

test('a PUSH sync that waits is cancelled: nothing of it is sent', async () => {
  const invoice = await company.addInvoice('100.00');
  const queued = await company.call('POST', '/invoice_payments?run_async=true', { body: paymentBody(invoice.id) });
  const { sync_id: syncId } = queued.body as { sync_id: string };
  expect((await call('POST', `/core/syncs/${syncId}/cancel`, { key: company.key })).status).toBe(200);
  expect((await syncOf(syncId)).data.sync.status).toBe('CANCELLED');
  await pushSync({ syncId });
  expect(await company.paymentsOf(invoice.id)).toEqual([]);
  expect((await call('POST', `/core/syncs/${syncId}/cancel`, { key: company.key })).status).toBe(409);
});

test('a PUSH sync makes room for others and goes on, and waits when the platform asks for it', async () => {
  const invoice = await company.addInvoice('100.00');
  const body = { data: Array.from({ length: 12 }, () => paymentBody(invoice.id, { amount: 1 }).data) };
  const queued = await company.call('POST', '/invoice_payments?run_async=true', { body });
  const { sync_id: syncId } = queued.body as { sync_id: string };
  expect(await pushSync({ syncId, sliceMs: -1 })).toBe('handed-on');
  await company.fail({ kind: 'rate_limited', retryAfterSeconds: 60, model: 'payments', on: 'write', times: 1 });
  expect(await pushSync({ syncId })).toBe('handed-on');
  const [job] = await sqlClient()`
    select extract(epoch from run_at - now())::int as seconds from graphile_worker.jobs where key = ${`push:${syncId}`}`;
  expect(job?.seconds).toBeGreaterThan(50);
  expect(await pushSync({ syncId })).toBe('done');
  await comeDue(syncId);
  for (const { id } of (await listWrites(company.ctx, { companyId: company.companyId, limit: 20 })).writes) {
    await settleWrite({ writeId: id });
  }
  expect((await syncOf(syncId)).data.sync.status).toBe('SUCCESS');
  expect(await company.paymentsOf(invoice.id)).toHaveLength(12);
});

test('a PUSH sync leaves a platform alone that refuses its sign-in, and sends everything once it is let in', async () => {
  const invoice = await company.addInvoice('100.00');
  const body = { data: Array.from({ length: 12 }, () => paymentBody(invoice.id, { amount: 1 }).data) };
  const queued = await company.call('POST', '/invoice_payments?run_async=true', { body });
  const { sync_id: syncId } = queued.body as { sync_id: string };
  await company.fail({ kind: 'credentials_refused', times: 1 });
  expect(await pushSync({ syncId })).toBe('handed-on');
  const [job] = await sqlClient()`
    select extract(epoch from run_at - now())::int as seconds from graphile_worker.jobs where key = ${`push:${syncId}`}`;
  expect(job?.seconds).toBeGreaterThan(5);
  await pushSync({ syncId });
  for (const writeId of await comeDue(syncId)) await settleWrite({ writeId });
  expect((await syncOf(syncId)).data.sync.status).toBe('SUCCESS');
  expect(await company.paymentsOf(invoice.id)).toHaveLength(12);
});

test('the worker sends what nobody waits for, and settles what was left', { timeout: 60_000 }, async () => {
  const invoice = await company.addInvoice('100.00');
  await company.fail({ kind: 'done_but_error', model: 'payments', times: 1 });
  const left = (await pay(invoice.id, randomUUID())).body as { sync_id: string };
  await comeDue(left.sync_id);
  await sqlClient()`
    update graphile_worker._private_jobs set run_at = now()
    where key in (select 'settle:' || id from writes where sync_id = ${left.sync_id})`;
  const queued = await company.call('POST', '/invoice_payments?run_async=true', { body: paymentBody(invoice.id) });
  const { sync_id: syncId } = queued.body as { sync_id: string };
  const worker = await startWorker();
  const isDone = async (id: string) => (await syncOf(id)).data.sync.status === 'SUCCESS';
  await until(async () => (await isDone(syncId)) && (await isDone(left.sync_id)));
  await worker.stop();
  expect(await company.paymentsOf(invoice.id)).toHaveLength(2);
});
