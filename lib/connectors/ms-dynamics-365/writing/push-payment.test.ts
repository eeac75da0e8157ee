import { expect, test } from 'vitest';
import { msDynamics365Connector as connector } from '../connector.ts';
import { documentNumberOf } from '../payment-text.ts';
import { businessCentralBooks, failureOf, signal } from '../testing/books.ts';
import { payment, writerOf } from '../testing/writing.ts';

const books = await businessCentralBooks();
const { bc, admin, fail } = books;
const writer = await writerOf(books);
const journals = await bc.walk('customerPaymentJournals');
const journal = String(journals.find(({ code }) => code === 'PAY1200')?.id);
const raw = { payment_journal_id: journal };
const linesPath = `customerPaymentJournals(${journal})/customerPayments`;

/** An open invoice over 100.00 in pounds. */
async function newInvoice() {
  const body = { contact_id: 'con_1', currency_id: 'cur_1', lines: [{ description: 'Work', unit_price: '100' }] };
  const { number } = await admin('POST', 'invoices', body);
  const [invoice] = await bc.walk(`salesInvoices?$filter=number eq '${number}'`);
  return { id: String(invoice?.id), number, customerId: String(invoice?.customerId) };
}
const left = async (id: string) => (await bc.call('GET', `salesInvoices(${id})`)).json.remainingAmount;

test('a payment in part is entered, posted, and read back as it was sent', async () => {
  const invoice = await newInvoice();
  const request = payment({ invoice_id: invoice.id, document_number: 'R-7', memo: 'Thank you' }, raw);
  const { platformId, related } = await writer.push(request, signal);
  expect(related).toEqual([{ model: 'INVOICE', platformId: invoice.id }]);
  const [read] = await writer.read('INVOICE_PAYMENT', [platformId], signal);
  expect(connector.map('INVOICE_PAYMENT', read).fields).toMatchObject({
    invoice_id: invoice.id,
    contact_id: invoice.customerId,
    amount: '40',
    currency_id: 'GBP',
    payment_date: '2026-03-04T00:00:00.000Z',
    document_number: 'R-7',
    memo: 'Thank you',
  });
  expect([await left(invoice.id), await bc.walk(linesPath)]).toEqual([60, []]);
  const [shown] = await writer.read('INVOICE', [invoice.id], signal);
  expect(connector.map('INVOICE', shown).fields).toMatchObject({ status: 'partially_paid', amount_due: '60.00' });
});

test('a payment in full closes the invoice, and the marker shows in no field', async () => {
  const invoice = await newInvoice();
  const request = payment({ invoice_id: invoice.id, amount: '100' }, raw);
  const { platformId } = await writer.push(request, signal);
  expect(await left(invoice.id)).toBe(0);
  const [read] = await writer.read('INVOICE_PAYMENT', [platformId], signal);
  const { fields } = connector.map('INVOICE_PAYMENT', read);
  expect([fields.document_number, fields.memo]).toEqual([null, null]);
});

test('what would be sent is shown: a negative amount, then the posting', async () => {
  const invoice = await newInvoice();
  const calls = await writer.plan(payment({ invoice_id: invoice.id }, { ...raw, comment: 'By hand' }), signal);
  expect(calls).toMatchObject([
    { method: 'POST', body: { amount: -40, appliesToInvoiceId: invoice.id, comment: 'By hand' } },
    { method: 'POST', path: expect.stringContaining(`journals(${journal})/Microsoft.NAV.post`) },
  ]);
  expect(await bc.walk(linesPath)).toEqual([]);
});

test.each([
  [{ amount: '100.01' }, {}, 'amount'],
  [{ contact_id: '11111111-1111-4111-8111-111111111111' }, {}, 'contact_id'],
  [{ invoice_id: '11111111-1111-4111-8111-111111111111' }, {}, 'invoice_id'],
  [{ invoice_id: 'inv_1' }, {}, 'invoice_id'],
  [{ document_number: 'x'.repeat(36) }, {}, 'document_number'],
  [{ memo: 'x'.repeat(100) }, {}, 'memo'],
  [{}, { payment_journal_id: 'GENERAL' }, 'raw_data.payment_journal_id'],
  [{}, { payment_journal_id: '11111111-1111-4111-8111-111111111111' }, 'raw_data.payment_journal_id'],
  [{}, { nope: 1 }, 'raw_data.nope'],
])('%o with %o is refused by the name of its field, and nothing is entered', async (fields, more, field) => {
  const { id: invoice_id } = await newInvoice();
  const request = payment({ invoice_id, ...fields }, { ...raw, ...more });
  const failure = await failureOf(writer.push(request, signal));
  expect(failure).toMatchObject({ failureClass: 'record-refused', field, mayBeDone: false });
  expect([await left(invoice_id), await bc.walk(linesPath)]).toEqual([100, []]);
});

test('an invoice that is paid takes nothing', async () => {
  const { id: invoice_id } = await newInvoice();
  await writer.push(payment({ invoice_id, amount: '100' }, raw), signal);
  const failure = await failureOf(writer.push(payment({ invoice_id }, raw), signal));
  expect(failure).toMatchObject({ field: 'invoice_id', platformErrorCode: 'operation-denied' });
});

test('a journal that holds a line of somebody else is left alone', async () => {
  const { id: invoice_id, customerId } = await newInvoice();
  const foreign = { customerId, appliesToInvoiceId: invoice_id, amount: -1, documentNumber: 'BY-HAND' };
  const { json: line } = await bc.call('POST', linesPath, { body: foreign });
  const failure = await failureOf(writer.push(payment({ invoice_id }, raw), signal));
  expect(failure).toMatchObject({ field: 'raw_data.payment_journal_id', platformErrorCode: 'operation-denied' });
  expect((await bc.walk(linesPath)).map(({ documentNumber }) => documentNumber)).toEqual(['BY-HAND']);
  await bc.call('DELETE', `customerPayments(${line.id})`, { headers: { 'if-match': line['@odata.etag'] } });
});

test('a line that arrives when its payment is long booked is taken out, not booked again', async () => {
  const { id: invoice_id, customerId } = await newInvoice();
  const first = payment({ invoice_id, amount: '10' }, raw);
  await writer.push(first, signal);
  const late = {
    customerId,
    appliesToInvoiceId: invoice_id,
    amount: -10,
    documentNumber: documentNumberOf(first.marker),
  };
  await bc.call('POST', linesPath, { body: late });
  await writer.push(payment({ invoice_id, amount: '20' }, raw), signal);
  expect([await left(invoice_id), await bc.walk(linesPath)]).toEqual([70, []]);
});

test('three at once in one journal are each booked once', async () => {
  const { id: invoice_id } = await newInvoice();
  const requests = ['10', '20', '30'].map((amount) => payment({ invoice_id, amount }, raw));
  const results = await Promise.all(requests.map((request) => writer.push(request, signal)));
  expect(new Set(results.map(({ platformId }) => platformId)).size).toBe(3);
  expect([await left(invoice_id), await bc.walk(linesPath)]).toEqual([40, []]);
});

test('a line that was entered and not posted is gone on with, and posted once', async () => {
  const { id: invoice_id } = await newInvoice();
  const request = payment({ invoice_id }, raw);
  // The line arrives and its answer does not.
  await fail({ kind: 'done_but_error', model: 'payments', times: 1 });
  expect(await failureOf(writer.push(request, signal))).toMatchObject({ mayBeDone: true });
  expect(await bc.walk(linesPath)).toHaveLength(1);
  expect(await writer.find(request, signal)).toMatchObject({ state: 'absent' });
  await writer.push(request, signal);
  expect([await left(invoice_id), await bc.walk(linesPath)]).toEqual([60, []]);
});

test('a posting whose answer is lost is found again, and never made twice', async () => {
  const { id: invoice_id } = await newInvoice();
  const request = payment({ invoice_id }, raw);
  await fail({ kind: 'done_but_error', model: 'payments', times: 1 });
  await failureOf(writer.push(request, signal));
  // This time the line is there, so that the next write is the posting.
  await fail({ kind: 'done_but_error', status: 504, model: 'payments', times: 1 });
  expect(await failureOf(writer.push(request, signal))).toMatchObject({ mayBeDone: true });
  const found = await writer.find(request, signal);
  expect(found).toMatchObject({ state: 'confirmed', result: { related: [{ platformId: invoice_id }] } });
  expect(await writer.push(request, signal)).toEqual(found.state === 'confirmed' && found.result);
  expect(await left(invoice_id)).toBe(60);
});

test('a posting that is refused takes its line out of the journal again', async () => {
  const { id: invoice_id } = await newInvoice();
  const request = payment({ invoice_id }, raw);
  await fail({ kind: 'done_but_error', model: 'payments', times: 1 });
  await failureOf(writer.push(request, signal));
  await fail({
    kind: 'answer',
    status: 400,
    code: 'Application_DialogException',
    model: 'payments',
    on: 'write',
    times: 1,
  });
  const failure = await failureOf(writer.push(request, signal));
  expect(failure).toMatchObject({ failureClass: 'record-refused', mayBeDone: false });
  expect([await left(invoice_id), await bc.walk(linesPath)]).toEqual([100, []]);
});

test('a limit after the line was entered leaves the payment open, not failed', async () => {
  const { id: invoice_id } = await newInvoice();
  const request = payment({ invoice_id }, raw);
  await fail({ kind: 'done_but_error', model: 'payments', times: 1 });
  await failureOf(writer.push(request, signal));
  await fail({ kind: 'rate_limited', retryAfterSeconds: 1, model: 'payments', on: 'write', times: 1 });
  expect(await failureOf(writer.push(request, signal))).toMatchObject({ failureClass: 'rate-limit' });
  await writer.push(request, signal);
  expect([await left(invoice_id), await bc.walk(linesPath)]).toEqual([60, []]);
});

test('a payment that was never sent is absent, and one that may have another number is not told', async () => {
  const { id: invoice_id, number, customerId } = await newInvoice();
  const request = payment({ invoice_id }, raw);
  expect(await writer.find(request, signal)).toMatchObject({ state: 'absent' });
  const body = {
    customerId,
    appliesToInvoiceId: invoice_id,
    amount: -40,
    documentNumber: 'SERIES-1',
    description: `Invoice ${number}`,
    postingDate: '2026-03-04',
  };
  await bc.call('POST', linesPath, { body });
  await bc.call('POST', `journals(${journal})/Microsoft.NAV.post`);
  expect(await writer.find(request, signal)).toMatchObject({ state: 'unclear' });
});
