import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConnectorError } from '../../errors.ts';
import type { PlatformSession } from '../../types.ts';
import { trytonConnector } from '../connector.ts';
import { type FakeAnswer, type FakeTryton, startFakeTryton } from '../testing/fake-tryton.ts';
import { failureOf } from '../testing/passes.ts';
import { paymentRequest, unhurried, writerOf } from '../testing/writes.ts';
import { encodeDecimal } from '../wire-values.ts';

let fake: FakeTryton;
let session: PlatformSession;
beforeAll(async () => {
  fake = await startFakeTryton();
});
beforeEach(async () => {
  fake.reset();
  fake.answer(look, { result: [] });
  fake.answer('model.account.invoice.search_read', { result: [invoice(120)] });
  fake.answer('model.account.period.search_read', { result: [{ id: 11, state: 'open' }] });
  fake.answer('model.account.invoice.payment.method.search_read', { result: [method] });
  fake.answer(`${wizard}.create`, { result: [7, 'start', 'end'] });
  fake.answer(`${wizard}.delete`, { result: null });
  session = await trytonConnector.open(fake.credentials, { entityId: null });
});
afterAll(() => fake.stop());

const wizard = 'wizard.account.invoice.pay';
const look = 'model.account.move.line.search_read';
const execute = `${wizard}.execute`;
const booked: FakeAnswer = { result: [{ id: 935, move: 219, invoice_payment: 5 }] };
const done: FakeAnswer = { result: {} };
const asks: FakeAnswer = {
  result: {
    view: {
      state: 'ask',
      defaults: {
        ...{ lines_to_pay: [1], lines: [1], payment_lines: [], currency_writeoff: 1, currency_digits_writeoff: 2 },
        ...{ type: 'partial', 'invoice.': { rec_name: 'INV-1' } },
      },
    },
  },
};
const invoice = (due: number) => ({
  ...{ id: 5, number: 'INV-1', state: 'posted', party: 3, account: 8, _timestamp: '1795709643.017016' },
  ...{ total_amount: encodeDecimal('120'), amount_to_pay: encodeDecimal(String(due)) },
  'currency.': { id: 1, code: 'EUR', digits: 2 },
});
const method = {
  ...{ id: 4, name: 'Bank', debit_account: 2, credit_account: 2 },
  ...{ 'journal.': { id: 3, name: 'Cash' }, 'debit_account.': { rec_name: 'Main Cash' } },
  'credit_account.': { rec_name: 'Main Cash' },
};
const request = (amount = '120.00') =>
  paymentRequest({ invoice_id: '5', amount, payment_date: '2026-11-26T15:00:00.000Z' });
const refusal = (words: string): FakeAnswer => ({ error: ['UserError', [words, '', null]] });
const clash: FakeAnswer = { error: ['ConcurrencyException', 'Records were modified in the meanwhile'] };

const push = (amount?: string, signal = unhurried) => writerOf(session).push(request(amount), signal);
const callsOf = (name: string) => fake.calls.filter((call) => call.method === name);
const failing = (amount?: string): Promise<ConnectorError> => failureOf(push(amount));

test('the steps that may book carry the invoice’s stamp and are closed behind', async () => {
  fake.script(look, { result: [] }, booked);
  fake.script(execute, asks, done);
  expect(await push('50.00')).toEqual({ platformId: '935', related: [{ model: 'INVOICE', platformId: '5' }] });
  const steps = callsOf(execute).map(({ params }) => params as [number, Record<string, object>, string, object]);
  expect(steps.map(([, , state]) => state)).toEqual(['choice', 'pay']);
  expect(steps[1]?.[1]).toMatchObject({
    start: { amount: encodeDecimal('50.00'), currency_digits: 2, payment_method: 4 },
    ask: { type: 'partial', amount: encodeDecimal('50.00'), lines: [1] },
  });
  for (const [, forms, , context] of steps) {
    expect(context).toMatchObject({ active_id: 5, _timestamp: { 'account.invoice,5': '1795709643.017016' } });
    expect(Object.keys(forms.ask ?? {}).filter((name) => name.endsWith('.'))).toEqual([]);
  }
  expect(callsOf(`${wizard}.delete`)).toHaveLength(1);
});

test('a payment that is there already is not booked again', async () => {
  fake.answer(look, booked);
  expect(await push()).toMatchObject({ platformId: '935' });
  expect(callsOf(`${wizard}.create`)).toEqual([]);
});

test('a sign-in that is not fresh enough for the wizard is renewed, once', async () => {
  fake.script(`${wizard}.create`, { status: 401 });
  fake.script(look, { result: [] }, booked);
  fake.script(execute, done);
  expect(await push()).toMatchObject({ platformId: '935' });
  fake.script(`${wizard}.create`, { status: 401 }, { status: 401 });
  expect(await failing()).toMatchObject({ failureClass: 'credentials', mayBeDone: false });
});

describe('a failure of the booking', () => {
  test.each<[string, FakeAnswer, Partial<ConnectorError>]>([
    ['without an answer', 'hang up', { failureClass: 'platform-down', mayBeDone: true }],
    [
      'in the middle of an answer',
      { status: 200, body: '{"id": 1, "resu' },
      { failureClass: 'platform-down', mayBeDone: true },
    ],
    ['of a proxy', { status: 502 }, { failureClass: 'platform-down', mayBeDone: true }],
    ['with a status that is not known', { status: 418 }, { failureClass: 'unknown', mayBeDone: true }],
    ['that was never let in', { status: 403 }, { failureClass: 'bad-request', mayBeDone: false }],
  ])('%s is told at once', async (_name, answer, expected) => {
    fake.script(execute, answer);
    expect(await failing()).toMatchObject(expected);
    expect(callsOf(execute)).toHaveLength(1);
    expect(callsOf(`${wizard}.delete`)).toHaveLength(1);
  });

  test('in the second step may be done, although the first has booked nothing', async () => {
    fake.script(execute, asks, 'hang up');
    expect(await failing('50.00')).toMatchObject({ failureClass: 'platform-down', mayBeDone: true });
  });

  test('that Tryton tells after it has booked all the same does not cost the payment', async () => {
    fake.script(execute, { error: ['division by zero', 'Traceback …'] });
    fake.script(look, { result: [] }, booked);
    expect(await push()).toMatchObject({ platformId: '935' });
    expect(callsOf(execute)).toHaveLength(1);
  });

  test('of a look after the booking may be done', async () => {
    fake.script(execute, done);
    fake.script(look, { result: [] }, { status: 503 });
    expect(await failing()).toMatchObject({ failureClass: 'platform-down', mayBeDone: true });
  });

  test('of which nothing can be seen afterwards is not repeated', async () => {
    fake.script(execute, done);
    expect(await failing()).toMatchObject({ failureClass: 'unknown', mayBeDone: true });
    expect(callsOf(execute)).toHaveLength(1);
  });

  test('does not hide behind one of closing the wizard', async () => {
    fake.answer(`${wizard}.delete`, { status: 500 });
    fake.script(execute, 'hang up');
    expect(await failing()).toMatchObject({ mayBeDone: true, evidence: { path: `/books/ ${execute}` } });
  });

  test('by time is a failure of the platform', async () => {
    fake.answer(execute, 'silence');
    const limit = new AbortController();
    const pushed = failureOf(push('120.00', limit.signal));
    await expect.poll(() => callsOf(execute).length).toBe(1);
    limit.abort(new Error('too long'));
    expect(await pushed).toMatchObject({ failureClass: 'platform-down', mayBeDone: true });
  });
});

describe('before the booking', () => {
  test.each<[string, string, FakeAnswer]>([
    ['the look', look, 'hang up'],
    ['the invoice', 'model.account.invoice.search_read', { status: 503 }],
    ['the wizard', `${wizard}.create`, 'hang up'],
  ])('a failure of %s leaves nothing done', async (_name, method, answer) => {
    fake.script(method, answer);
    expect(await failing()).toMatchObject({ failureClass: 'platform-down', mayBeDone: false, field: undefined });
  });

  test('time that is up already sends nothing', async () => {
    const before = fake.calls.length;
    const failure = await failureOf(push('120.00', AbortSignal.abort()));
    expect(failure).toMatchObject({ failureClass: 'platform-down', mayBeDone: false });
    expect(fake.calls.length).toBe(before);
  });

  test('text that Tryton can’t keep is refused by its field', async () => {
    const { fields, ...rest } = request();
    const pushed = writerOf(session).push({ ...rest, fields: { ...fields, memo: 'Rent\0' } }, unhurried);
    expect(await failureOf(pushed)).toMatchObject({ failureClass: 'record-refused', field: 'memo' });
  });

  test.each([
    [{ payment_method: 9 }, 'raw_data.payment_method'],
    [{ arr_account_id: '1' }, 'raw_data.arr_account_id'],
  ])('raw data %j is refused by its name', async (rawData, field) => {
    const pushed = writerOf(session).push({ ...request(), rawData }, unhurried);
    expect(await failureOf(pushed)).toMatchObject({ failureClass: 'record-refused', field, mayBeDone: false });
  });

  test('the payment method may be named by its id', async () => {
    const other = { ...method, id: 6, debit_account: 12 };
    fake.answer('model.account.invoice.payment.method.search_read', { result: [method, other] });
    const planned = await writerOf(session).plan({ ...request(), rawData: { payment_method: 6 } }, unhurried);
    expect(JSON.stringify(planned)).toContain('"payment_method":6');
    expect(await failing()).toMatchObject({ field: 'account_id', message: expect.stringContaining('12 (Main Cash)') });
  });

  test('a user who may not open the wizard lacks a right', async () => {
    fake.answer(`${wizard}.create`, refusal('You are not allowed to execute wizard "account.invoice.pay".'));
    expect(await failing()).toMatchObject({ failureClass: 'permission', mayBeDone: false });
    expect(callsOf(`${wizard}.create`)).toHaveLength(1);
  });
});

describe('a refusal', () => {
  test('in words that pass is tried again after another look at the invoice', async () => {
    fake.script(execute, refusal('You can create only one journal per period.'), done);
    fake.script(look, { result: [] }, { result: [] }, booked);
    expect(await push()).toMatchObject({ platformId: '935' });
    expect(callsOf('model.account.invoice.search_read')).toHaveLength(2);
  });

  test('that comes twice in the same words is one', async () => {
    fake.answer(execute, refusal('No.'));
    expect(await failing()).toMatchObject({
      ...{ failureClass: 'record-refused', mayBeDone: false, message: 'Tryton refused this: No.' },
      evidence: { platformCode: 'UserError', platformMessage: 'No.' },
    });
    expect(callsOf(execute)).toHaveLength(2);
  });

  test('for somebody else’s payment meanwhile names the amount', async () => {
    fake.script('model.account.invoice.search_read', { result: [invoice(120)] }, { result: [invoice(20)] });
    fake.script(execute, clash);
    expect(await failing()).toMatchObject({ failureClass: 'record-refused', field: 'amount', mayBeDone: false });
    expect(callsOf(execute)).toHaveLength(1);
  });

  test('by a clash is tried again, but not for ever', async () => {
    fake.answer(execute, clash);
    expect(await failing()).toMatchObject({ failureClass: 'platform-down', mayBeDone: false });
    expect(callsOf(execute)).toHaveLength(6);
  });

  test('by a question that a person would have to answer is told', async () => {
    fake.answer(execute, { error: ['UserWarning', ['key', 'The date lies ahead.', '']] });
    expect(await failing()).toMatchObject({
      ...{ failureClass: 'record-refused', mayBeDone: false },
      message: 'Tryton asks a person to confirm this: The date lies ahead.',
    });
  });

  test('by a form that is not known books nothing', async () => {
    fake.answer(execute, { result: { view: { state: 'approve', defaults: {} } } });
    expect(await failing()).toMatchObject({ failureClass: 'unknown', mayBeDone: false });
    expect(callsOf(`${wizard}.delete`)).toHaveLength(1);
  });
});

describe('looking for a payment', () => {
  const find = () => writerOf(session).find(request(), unhurried);

  test('confirms what is there without touching anything', async () => {
    fake.answer(look, booked);
    expect(await find()).toMatchObject({ state: 'confirmed', result: { platformId: '935' } });
    expect(callsOf('model.account.invoice.write')).toEqual([]);
  });

  test('calls it absent only after it has stopped what may be under way', async () => {
    fake.answer('model.account.invoice.write', { result: null });
    expect(await find()).toMatchObject({ state: 'absent' });
    expect(callsOf('model.account.invoice.write')[0]?.params.slice(0, 2)).toEqual([[5], {}]);
    const order = fake.calls.map(({ method }) => method).filter((name) => name === look || name.endsWith('.write'));
    expect(order).toEqual([look, 'model.account.invoice.write', look]);
  });

  test('sees one that was just being committed', async () => {
    fake.answer('model.account.invoice.write', { result: null });
    fake.script(look, { result: [] }, booked);
    expect(await find()).toMatchObject({ state: 'confirmed' });
  });

  test('can’t tell where this user may not write', async () => {
    fake.answer('model.account.invoice.write', refusal('You are not allowed to write "Invoice".'));
    expect(await find()).toMatchObject({ state: 'unclear', evidence: { platformCode: 'UserError' } });
  });

  test('says nothing of books that this user no longer sees', async () => {
    fake.answer('model.account.invoice.search_read', { result: [] });
    fake.answer('model.res.user.get_preferences', { result: { company: 2, companies: [1, 2] } });
    expect(await failureOf(find())).toMatchObject({ failureClass: 'wrong-company' });
    expect(await failing()).toMatchObject({ failureClass: 'wrong-company', mayBeDone: false });
    expect(await failureOf(writerOf(session).read('INVOICE', ['5'], unhurried))).toMatchObject({
      failureClass: 'wrong-company',
    });
  });

  test('fails where Tryton can’t be asked', async () => {
    fake.answer(look, { status: 503 });
    expect(await failureOf(find())).toMatchObject({ failureClass: 'platform-down' });
  });
});
