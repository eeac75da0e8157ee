import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import type { Context } from '../../context.ts';
import { pushSync } from '../../worker/push-sync.ts';
import { ownSandbox } from '../../worker/testing/books.ts';
import { pauseModel, resumeModel } from '../pauses/mutations.ts';
import { listWrites } from './data.ts';
import { type PaymentFormInput, paymentFormInput, previewPayment, sendPayment } from './payment-form.ts';
import { makeWritingCompany } from './testing/writing-company.ts';

await createTestDatabase();
const company = await makeWritingCompany(await ownSandbox());
const { companyId } = company;

/** Every request of a person has an id and a moment of its own. */
const request = (): Context => ({ ...company.ctx, requestId: randomUUID(), now: new Date() });
const typed = (invoiceId: string, over: Partial<PaymentFormInput> = {}) =>
  paymentFormInput.parse({ companyId, invoiceId, amount: '30.10', paymentDate: '2026-03-04', ...over });
const writesOf = async (invoiceId: string) =>
  (await listWrites(company.ctx, { companyId })).writes.filter(({ fields }) => fields.invoice_id === invoiceId);

test('a payment is shown before it is sent: its request, the balance, and what looks like it', async () => {
  const invoice = await company.addInvoice('100.00');
  const first = await previewPayment(request(), typed(invoice.id));
  expect(first).toMatchObject({ issues: [], duplicates: [], balance: { before: '100', after: '69.9' } });
  expect(first.calls[0]).toMatchObject({ method: 'POST', body: { amount: '30.10' } });
  const { syncId } = await sendPayment(request(), { ...typed(invoice.id), formId: randomUUID() });
  await pushSync({ syncId });
  const second = await previewPayment(request(), typed(invoice.id, { paymentDate: '2026-03-05' }));
  expect(second.duplicates).toMatchObject([{ amount: '30.10' }]);
});

test('what stands against it is said, and then there is no request', async () => {
  const invoice = await company.addInvoice('100.00');
  await pauseModel(request(), { companyId, dataModel: 'INVOICE_PAYMENT' });
  const preview = await previewPayment(request(), typed(invoice.id));
  expect(preview.issues).toMatchObject([{ path: '', message: expect.stringContaining('paused') }]);
  expect(preview).toMatchObject({ calls: [], balance: { after: '69.9' } });
  await resumeModel(request(), { companyId, dataModel: 'INVOICE_PAYMENT' });
});

test('what is typed wrong is said by its field', () => {
  const problemsOf = (form: object) =>
    paymentFormInput
      .safeParse({ companyId, invoiceId: 'i', amount: '1', paymentDate: '2026-03-04', ...form })
      .error?.issues.map(({ path, message }) => [path.join('.'), message]);
  expect(problemsOf({ amount: '1,50' })).toEqual([['amount', 'must be a number such as 120.50']]);
  expect(problemsOf({ amount: '0.00' })).toEqual([['amount', 'must be more than 0']]);
  expect(problemsOf({ amount: '99999999999999.99' })).toEqual([['amount', 'is too large']]);
  expect(problemsOf({ invoiceId: '' })).toEqual([['invoiceId', 'choose an invoice']]);
  expect(problemsOf({ memo: ' ' })).toBeUndefined();
});

test('a form that is sent again, or twice at once, is written once', async () => {
  const invoice = await company.addInvoice('100.00');
  const form = { ...typed(invoice.id), formId: randomUUID() };
  const answers = await Promise.allSettled([1, 2, 3].map(() => sendPayment(request(), form)));
  const again = await sendPayment(request(), form);
  expect(await writesOf(invoice.id)).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === 'fulfilled') expect(answer.value).toEqual(again);
    else expect(answer.reason).toMatchObject({ code: 'conflict' });
  }
  await sendPayment(request(), { ...form, formId: randomUUID() });
  expect(await writesOf(invoice.id)).toHaveLength(2);
});

test('a form that was sent with other values is refused', async () => {
  const invoice = await company.addInvoice('100.00');
  const form = { ...typed(invoice.id), formId: randomUUID() };
  await sendPayment(request(), form);
  await expect(sendPayment(request(), { ...form, amount: '1' })).rejects.toMatchObject({
    code: 'idempotency-mismatch',
  });
  expect(await sqlClient()`select from idempotency_keys where key = ${`console:${form.formId}`}`).toHaveLength(1);
});
