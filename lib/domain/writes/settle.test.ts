import { describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { ownSandbox } from '../../worker/testing/books.ts';
import { disconnectCompany } from '../connections/mutations.ts';
import { claimWrite } from './claim-write.ts';
import { getWrite, listWrites } from './data.ts';
import { requeueLostWrites } from './pending.ts';
import { settleWrite } from './settle.ts';
import { comeDue, makeWritingCompany, paymentBody } from './testing/writing-company.ts';

await createTestDatabase();
const sandbox = await ownSandbox();
const company = await makeWritingCompany(sandbox);

const pay = (invoiceId: string, fields: Record<string, unknown> = {}, key?: string) =>
  company.call('POST', '/invoice_payments', {
    body: paymentBody(invoiceId, fields),
    headers: key ? { 'idempotency-key': key } : {},
  });
const newest = async () => {
  const [write] = (await listWrites(company.ctx, { companyId: company.companyId, limit: 1 })).writes;
  if (!write) throw new Error('There is no write');
  return write;
};
/** Moves time on to when the newest write is looked at, and looks. */
async function settle(options: { now?: () => Date } = {}) {
  const { id, syncId } = await newest();
  await comeDue(syncId);
  const settled = await settleWrite({ writeId: id, ...options });
  return { settled: settled.state, write: await getWrite(company.ctx, { writeId: id }) };
}
const connection = async () => {
  const [row] = await sqlClient()`select status from connections where company_id = ${company.companyId}`;
  return row?.status;
};

describe('a payment whose answer was lost', () => {
  test('is found on the platform and closed, with the evidence kept; it is not sent again', async () => {
    const invoice = await company.addInvoice();
    await company.fail({ kind: 'done_but_error', model: 'payments', times: 1 });
    expect((await pay(invoice.id)).status).toBe(202);
    expect(await newest()).toMatchObject({ state: 'UNCERTAIN', attempts: 1, evidence: [{ did: 'sent', status: 500 }] });
    const { settled, write } = await settle();
    const [booked, ...others] = await company.paymentsOf(invoice.id);
    expect([settled, others]).toEqual(['confirmed', []]);
    expect(write).toMatchObject({
      state: 'CONFIRMED',
      attempts: 1,
      platformId: booked?.id,
      rootfiId: expect.any(Number),
    });
    expect(write.evidence.at(-1)).toMatchObject({ did: 'asked', outcome: 'confirmed', method: 'GET', status: 200 });
    const list = await company.call('GET', `/invoice_payments?platform_id[eq]=${booked?.id}`);
    expect((list.body as { data: unknown[] }).data).toHaveLength(1);
  });

  test('is sent again when the platform says that it has none', async () => {
    const invoice = await company.addInvoice();
    await company.fail({ kind: 'server_error', model: 'payments', on: 'write', times: 1 });
    await pay(invoice.id);
    const { settled, write } = await settle();
    expect([settled, write.attempts]).toEqual(['confirmed', 2]);
    expect(write.evidence.map(({ did, outcome }) => `${did} ${outcome}`).slice(1)).toEqual([
      'asked absent',
      'sent accepted',
    ]);
    expect(await company.paymentsOf(invoice.id)).toHaveLength(1);
  });

  test('is not asked about before the platform’s time is up', async () => {
    const invoice = await company.addInvoice();
    await company.fail({ kind: 'done_but_error', model: 'payments', times: 1 });
    await pay(invoice.id);
    const { id, sentAt, dueAt } = await newest();
    expect(Number(dueAt) - Number(sentAt)).toBeGreaterThanOrEqual(25_000);
    expect(await settleWrite({ writeId: id })).toMatchObject({ state: 'held' });
    expect((await settle()).settled).toBe('confirmed');
  });

  test('stays uncertain while the platform can not be asked, and is asked later each time', async () => {
    const invoice = await company.addInvoice();
    await company.fail({ kind: 'done_but_error', model: 'payments', times: 1 });
    await pay(invoice.id);
    await company.fail({ kind: 'server_error', model: 'payments', on: 'read' });
    const first = await settle();
    const second = await settle();
    expect([first.write.state, second.write.state]).toEqual(['UNCERTAIN', 'UNCERTAIN']);
    expect(Number(second.write.dueAt)).toBeGreaterThan(Number(first.write.dueAt));
    await company.fail();
    expect((await settle()).settled).toBe('confirmed');
    expect(await company.paymentsOf(invoice.id)).toHaveLength(1);
  });

  test('fails, and says that it can not be known, when the platform can not be asked for a day', async () => {
    const invoice = await company.addInvoice();
    await company.fail({ kind: 'done_but_error', model: 'payments', times: 1 });
    await pay(invoice.id);
    await company.fail({ kind: 'server_error', model: 'payments', on: 'read' });
    const tomorrow = () => new Date(Date.now() + 25 * 3_600_000);
    const { settled, write } = await settle({ now: tomorrow });
    await company.fail();
    expect([settled, write.failure?.code]).toEqual(['failed', 'operation-denied']);
    expect(write.failure?.message).toMatch(/can't be known.*It was not sent again/);
  });

  test('is given up when the platform never has it', async () => {
    const invoice = await company.addInvoice();
    await company.fail({ kind: 'server_error', model: 'payments', on: 'write' });
    await pay(invoice.id);
    await settle();
    await settle();
    const { settled, write } = await settle();
    await company.fail();
    expect([settled, write.attempts, write.failure?.code]).toEqual(['failed', 3, 'unknown-error']);
    expect(await company.paymentsOf(invoice.id)).toEqual([]);
  });
});

describe('a platform that asks for a pause', () => {
  test('is given it, and no try is counted', async () => {
    const invoice = await company.addInvoice();
    await company.fail({ kind: 'rate_limited', retryAfterSeconds: 300, model: 'payments', on: 'write', times: 1 });
    expect((await pay(invoice.id)).status).toBe(202);
    const waiting = await newest();
    expect(waiting).toMatchObject({ state: 'PENDING', attempts: 0, sentAt: null });
    expect(Number(waiting.dueAt) - Date.now()).toBeGreaterThan(290_000);
    const { settled, write } = await settle();
    expect([settled, write.attempts]).toEqual(['confirmed', 1]);
  });
});

test('a payment that was accepted and can not be read back is read later, and never looks undone', async () => {
  const invoice = await company.addInvoice();
  await company.fail({ kind: 'server_error', model: 'invoices', on: 'read', times: 1 });
  expect((await pay(invoice.id)).status).toBe(202);
  expect((await newest()).state).toBe('ACCEPTED');
  const { settled, write } = await settle();
  expect([settled, write.attempts]).toEqual(['confirmed', 1]);
  expect(await company.paymentsOf(invoice.id)).toHaveLength(1);
});

test('a write in living hands is taken by nobody else', async () => {
  const invoice = await company.addInvoice();
  await company.fail({ kind: 'rate_limited', retryAfterSeconds: 1, model: 'payments', on: 'write', times: 1 });
  await pay(invoice.id);
  const { id: writeId, syncId } = await newest();
  await comeDue(syncId);
  const claim = () => claimWrite({ writeId, integration: 'SANDBOX', model: 'INVOICE_PAYMENT', now: new Date() });
  const claims = await Promise.all([claim(), claim(), claim()]);
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await settleWrite({ writeId })).toMatchObject({ state: 'held' });
  // The process that holds it dies: what it sent is asked about.
  await comeDue(syncId);
  const { settled, write } = await settle();
  expect([settled, write.evidence.map(({ outcome }) => outcome).slice(1)]).toEqual([
    'confirmed',
    ['absent', 'accepted'],
  ]);
});

test('a company is not disconnected while a write of it is open', async () => {
  const invoice = await company.addInvoice();
  await company.fail({ kind: 'done_but_error', model: 'payments', times: 1 });
  await pay(invoice.id);
  const { companyId } = company;
  await expect(disconnectCompany(company.ctx, { companyId })).rejects.toThrow('A write is running; wait for it to end');
  expect((await company.call('DELETE', '')).status).toBe(409);
  expect((await settle()).settled).toBe('confirmed');
});

test('a write that no queue entry names any more is queued again', async () => {
  const invoice = await company.addInvoice();
  await company.fail({ kind: 'done_but_error', model: 'payments', times: 1 });
  await pay(invoice.id);
  const { id } = await newest();
  await sqlClient()`delete from graphile_worker._private_jobs where key = ${`settle:${id}`}`;
  expect(await requeueLostWrites()).not.toContain(id);
  await sqlClient()`
    update writes set due_at = due_at - interval '1 hour', created_at = created_at - interval '1 hour' where id = ${id}`;
  expect(await requeueLostWrites()).toContain(id);
  expect(await requeueLostWrites()).not.toContain(id);
  expect(await settleWrite({ writeId: id })).toMatchObject({ state: 'confirmed' });
});

describe('a sign-in that is refused', () => {
  test('once puts the write back for a while; it goes through, and the connection is as healthy as before', async () => {
    const invoice = await company.addInvoice();
    await company.fail({ kind: 'credentials_refused', times: 1 });
    expect((await pay(invoice.id)).status).toBe(202);
    const waiting = await newest();
    expect(waiting).toMatchObject({ state: 'PENDING', attempts: 0, sentAt: null, evidence: [{ status: 401 }] });
    expect(await settleWrite({ writeId: waiting.id })).toMatchObject({ state: 'held' });
    expect(await settle()).toMatchObject({ settled: 'confirmed', write: { attempts: 1 } });
    expect(await company.paymentsOf(invoice.id)).toHaveLength(1);
    expect(await connection()).toBe('HEALTHY');
  });

  test('twice fails the write with its class and expires the connection', async () => {
    const invoice = await company.addInvoice();
    await company.fail({ kind: 'credentials_refused', times: 2 });
    await pay(invoice.id);
    const { settled, write } = await settle();
    expect([settled, write.failure?.code, await connection()]).toEqual(['failed', 'platform-denied', 'EXPIRED']);
    const [job] = await sqlClient()`select failure_class from sync_jobs where sync_id = ${write.syncId}`;
    expect([job?.failure_class, await company.paymentsOf(invoice.id)]).toEqual(['credentials', []]);
  });

  test('is believed at once where the connection has expired already', async () => {
    const invoice = await company.addInvoice();
    await company.fail({ kind: 'credentials_refused', times: 3 });
    await pay(invoice.id);
    await settle();
    const answer = await pay(invoice.id);
    const { platform_error: platform } = (answer.body as { error: { platform_error: { code: string } } }).error;
    expect([answer.status, platform.code]).toEqual([403, 'platform-denied']);
    expect((await pay(invoice.id)).status).toBe(200);
  });
});
