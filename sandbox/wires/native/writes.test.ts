import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Reply, startTestSandbox, type TestSandbox } from '../../testing/sandbox.ts';

let sandbox: TestSandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  token = await sandbox.signIn('acme');
});
afterEach(async () => {
  await sandbox.call('DELETE', '/_admin/books/acme/faults');
});
afterAll(() => sandbox.stop());

const post = (path: string, body: unknown, signal?: AbortSignal) =>
  sandbox.call('POST', `/v1${path}`, { body, token, signal });
const patch = (path: string, body: unknown, headers?: Record<string, string>) =>
  sandbox.call('PATCH', `/v1${path}`, { body, token, headers });
const read = async (path: string) => (await sandbox.call('GET', `/v1${path}`, { token })).json;
const faults = (...list: unknown[]) => sandbox.setFaults('acme', list);
const refusal = ({ status, json }: Reply) => [status, json.error.code, json.error.field];

/** A new invoice over 100.00 in pounds, as the books' people make it. */
async function makeInvoice(more: object = {}): Promise<{ id: string; contact_id: string; modified: string }> {
  const body = {
    contact_id: 'con_1',
    currency_id: 'cur_1',
    lines: [{ description: 'Work', unit_price: '100' }],
    ...more,
  };
  return (await sandbox.call('POST', '/_admin/books/acme/invoices', { body })).json;
}

describe('a contact', () => {
  const whole = {
    external_id: 'crm-7',
    name: 'Ærø Bådebyggeri',
    person: 'Signe Holm',
    kind: 'both',
    status: 'inactive',
    currency_id: 'cur_2',
    tax_number: 'DK12345678',
    registration_number: '1234',
    emails: ['post@aero.example'],
    websites: ['https://aero.example'],
    phones: [{ kind: 'fax', number: '+45 1' }],
    addresses: [{ kind: 'delivery', street: 'Havnen 1', city: 'Marstal', country: 'DK', postcode: '5960' }],
  };

  test('is made of every field, and found again by its external id', async () => {
    const made = await post('/contacts', whole);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      ...whole,
      emails: [{ address: 'post@aero.example' }],
      websites: [{ url: 'https://aero.example' }],
    });
    expect(await read('/contacts?external_id=crm-7')).toEqual({ data: [made.json], next_cursor: null });
    expect(await read(`/contacts/${made.json.id}`)).toEqual(made.json);
  });

  test('changes what is named and keeps the rest', async () => {
    const before = await read('/contacts/con_2');
    const changed = await patch('/contacts/con_2', { person: null, phones: [] });
    expect(changed.status).toBe(200);
    expect(changed.json).toEqual({ ...before, person: null, phones: [], modified: expect.any(String) });
    expect(changed.json.modified > before.modified).toBe(true);
  });

  test('is not changed by somebody who read an older state', async () => {
    const { modified } = await read('/contacts/con_3');
    const first = await patch('/contacts/con_3', { name: 'First' }, { 'if-match': `"${modified}"` });
    const second = await patch('/contacts/con_3', { name: 'Second' }, { 'if-match': `"${modified}"` });
    expect([first.status, ...refusal(second)]).toEqual([200, 412, 'stale', undefined]);
    expect(await read('/contacts/con_3')).toMatchObject({ name: 'First' });
  });

  test('is refused where another has its external id, which is named', async () => {
    const made = await post('/contacts', { name: 'One', external_id: 'twice' });
    const again = await post('/contacts', { name: 'Two', external_id: 'twice' });
    expect([...refusal(again), again.json.error.record]).toEqual([409, 'already_there', 'external_id', made.json.id]);
    expect(refusal(await patch('/contacts/con_4', { external_id: 'twice' }))).toEqual([
      409,
      'already_there',
      'external_id',
    ]);
    expect((await patch(`/contacts/${made.json.id}`, { external_id: 'twice' })).status).toBe(200);
  });

  test.each([
    [{}, 400, 'missing_field', 'name'],
    [{ name: 7 }, 400, 'invalid_field', 'name'],
    [{ name: 'A', balance: '1' }, 400, 'unknown_field', 'balance'],
    [{ name: 'A', kind: 'friend' }, 400, 'invalid_field', 'kind'],
    [{ name: 'A', currency_id: 'EUR' }, 400, 'invalid_field', 'currency_id'],
    [{ name: 'A', currency_id: 'cur_99' }, 422, 'unknown_reference', 'currency_id'],
    [{ name: 'A', phones: [{ kind: 'pager', number: '1' }] }, 400, 'invalid_field', 'phones.0.kind'],
    [
      { name: 'A', addresses: [{ kind: 'billing', city: 'X', country: 'DK' }] },
      400,
      'missing_field',
      'addresses.0.street',
    ],
  ])('is not made of %j', async (body, status, code, field) => {
    const before = (await sandbox.walk(token, 'contacts')).length;
    expect(refusal(await post('/contacts', body))).toEqual([status, code, field]);
    expect(await sandbox.walk(token, 'contacts')).toHaveLength(before);
  });

  test('that is not there is not changed', async () => {
    expect(refusal(await patch('/contacts/con_999', { name: 'A' }))).toEqual([404, 'not_found', undefined]);
  });
});

describe('a payment', () => {
  test('moves what is due, the status and the stamp of its invoice', async () => {
    const invoice = await makeInvoice();
    const part = await post('/payments', {
      external_id: 'part',
      invoice_id: invoice.id,
      amount: '30.5',
      paid_on: '2026-01-31',
      reference: 'R-1',
      method: 'card',
      note: 'First half',
      rate: '1',
    });
    expect([part.status, part.json.amount, part.json.contact_id]).toEqual([201, '30.5', 'con_1']);
    const partly = await read(`/invoices/${invoice.id}`);
    expect(partly).toMatchObject({ status: 'part_paid', balance: '69.50', modified: part.json.modified });
    expect((await post('/payments', { invoice_id: invoice.id, amount: '69.50' })).status).toBe(201);
    expect(await read(`/invoices/${invoice.id}`)).toMatchObject({ status: 'settled', balance: '0.00' });
    expect(await read('/payments?external_id=part')).toEqual({ data: [part.json], next_cursor: null });
  });

  test('asked for four times at once books what is due and no more', async () => {
    const invoice = await makeInvoice();
    const replies = await Promise.all(
      ['40', '40', '40', '40'].map((amount) => post('/payments', { invoice_id: invoice.id, amount })),
    );
    const codes = replies.map((reply) => reply.json.error?.code ?? 'made').sort();
    expect(codes).toEqual(['amount_too_large', 'amount_too_large', 'made', 'made']);
    expect(await read(`/invoices/${invoice.id}`)).toMatchObject({ balance: '20.00' });
  });

  test('with an external id that is there is not made again', async () => {
    const invoice = await makeInvoice();
    const body = { external_id: 'once', invoice_id: invoice.id, amount: '10' };
    const replies = await Promise.all([post('/payments', body), post('/payments', body)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409]);
    expect(await read(`/invoices/${invoice.id}`)).toMatchObject({ balance: '90.00' });
  });

  test.each([
    [{ amount: '100.01' }, 422, 'amount_too_large', 'amount'],
    [{ amount: '0' }, 422, 'invalid_field', 'amount'],
    [{ amount: '1.001' }, 422, 'invalid_field', 'amount'],
    [{ amount: 10 }, 400, 'invalid_field', 'amount'],
    [{ amount: '-1' }, 400, 'invalid_field', 'amount'],
    [{ amount: undefined }, 400, 'missing_field', 'amount'],
    [{ invoice_id: 'inv_99999' }, 422, 'unknown_reference', 'invoice_id'],
    [{ invoice_id: 'con_1' }, 400, 'invalid_field', 'invoice_id'],
    [{ currency_id: 'cur_2' }, 422, 'wrong_currency', 'currency_id'],
    [{ contact_id: 'con_2' }, 422, 'wrong_contact', 'contact_id'],
    [{ account_id: 'acc_999' }, 422, 'unknown_reference', 'account_id'],
    [{ account_id: 'acc_1' }, 422, 'not_allowed', 'account_id'],
    [{ method: 'barter' }, 400, 'invalid_field', 'method'],
    [{ paid_on: '31.01.2026' }, 400, 'invalid_field', 'paid_on'],
    [{ colour: 'red' }, 400, 'unknown_field', 'colour'],
  ])('with %j is refused and moves nothing', async (wrong, status, code, field) => {
    const invoice = await makeInvoice();
    expect(refusal(await post('/payments', { invoice_id: invoice.id, amount: '10', ...wrong }))).toEqual([
      status,
      code,
      field,
    ]);
    expect(await read(`/invoices/${invoice.id}`)).toEqual(invoice);
  });

  test.each(['draft', 'cancelled'])('is not taken by an invoice that is %s', async (status) => {
    const invoice = await makeInvoice({ status });
    expect(refusal(await post('/payments', { invoice_id: invoice.id, amount: '10' }))).toEqual([
      422,
      'invoice_closed',
      'invoice_id',
    ]);
  });
});

describe('what can go wrong with a write', () => {
  const paymentsOf = async (invoiceId: string) =>
    (await sandbox.walk(token, 'payments')).filter((one) => one.invoice_id === invoiceId).length;

  /** Sends a payment and gives up once it has met its fault and the books are as expected. */
  async function giveUpWhen(invoiceId: string, payments: number): Promise<void> {
    const controller = new AbortController();
    const waiting = post('/payments', { invoice_id: invoiceId, amount: '10' }, controller.signal);
    const failed = expect(waiting).rejects.toThrow();
    await expect.poll(async () => (await sandbox.call('GET', '/_admin/books/acme/faults')).json.faults).toEqual([]);
    await expect.poll(() => paymentsOf(invoiceId)).toBe(payments);
    controller.abort();
    await failed;
  }

  test('it is not done, and no answer comes', async () => {
    const invoice = await makeInvoice();
    await faults({ kind: 'no_answer', done: false, times: 1 });
    await giveUpWhen(invoice.id, 0);
    expect((await read('/payments?page_size=1')).data).toHaveLength(1);
    expect(await paymentsOf(invoice.id)).toBe(0);
  });

  test('it is done, and no answer comes', async () => {
    const invoice = await makeInvoice();
    await faults({ kind: 'no_answer', done: true, times: 1 });
    await giveUpWhen(invoice.id, 1);
    expect(await read(`/invoices/${invoice.id}`)).toMatchObject({ balance: '90.00' });
  });

  test('it is done after its caller has gone', async () => {
    const invoice = await makeInvoice();
    await faults({ kind: 'done_late', delayMs: 300, times: 1 });
    await giveUpWhen(invoice.id, 0);
    await expect.poll(() => paymentsOf(invoice.id)).toBe(1);
  });

  test('it is done, and the answer says that something broke', async () => {
    const invoice = await makeInvoice();
    await faults({ kind: 'done_but_error', status: 502, model: 'payments', times: 1 });
    expect(refusal(await post('/payments', { invoice_id: invoice.id, amount: '10' }))).toEqual([
      502,
      'internal_error',
      undefined,
    ]);
    expect(await paymentsOf(invoice.id)).toBe(1);
  });

  test('it is done, and the line goes dead or half an answer comes', async () => {
    const invoice = await makeInvoice();
    await faults({ kind: 'hang_up', on: 'write', times: 1 });
    expect(await paymentsOf(invoice.id)).toBe(0);
    await expect(post('/payments', { invoice_id: invoice.id, amount: '10' })).rejects.toThrow();
    await faults({ kind: 'broken_json', on: 'write', times: 1 });
    expect((await post('/payments', { invoice_id: invoice.id, amount: '10' })).json).toBeNull();
    expect(await paymentsOf(invoice.id)).toBe(2);
  });

  test.each([
    [{ kind: 'rate_limited', retryAfterSeconds: 7 }, 429, '7'],
    [{ kind: 'server_error', status: 503, retryAfterSeconds: 3 }, 503, '3'],
    [{ kind: 'permission_denied' }, 403, null],
    [{ kind: 'answer', status: 422, code: 'period_closed' }, 422, null],
  ])('%j refuses it before it is done, and reading goes on', async (fault, status, retryAfter) => {
    const invoice = await makeInvoice();
    await faults({ ...fault, on: 'write', times: 1 });
    expect(await read(`/invoices/${invoice.id}`)).toEqual(invoice);
    const reply = await post('/payments', { invoice_id: invoice.id, amount: '10' });
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([status, retryAfter]);
    expect(await paymentsOf(invoice.id)).toBe(0);
  });

  test('a refused write is answered although its answer was to be lost', async () => {
    await faults({ kind: 'no_answer', done: true, times: 1 });
    expect(refusal(await post('/payments', { invoice_id: 'inv_99999', amount: '10' }))[1]).toBe('unknown_reference');
  });

  test('reading is not touched by what only writes suffer', async () => {
    await faults(
      { kind: 'no_answer', done: false },
      { kind: 'done_but_error' },
      { kind: 'slow', delayMs: 600_000, on: 'write' },
    );
    expect((await read('/payments?page_size=1')).data).toHaveLength(1);
  });
});

test('what was written outlives a restart', async () => {
  await post('/contacts', { name: 'Kept', external_id: 'kept' });
  await sandbox.restart();
  token = await sandbox.signIn('acme');
  expect((await read('/contacts?external_id=kept')).data).toMatchObject([{ name: 'Kept' }]);
});
