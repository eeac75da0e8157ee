import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describePayment, documentNumberOf, isOurNumber, namedInvoice, readPaymentText } from './payment-text.ts';

const invoiceNumber = fc.stringMatching(/^[A-Z0-9/-]{1,20}$/);
const marker = fc.stringMatching(/^[0-9a-z]{26}$/);
const reference = fc.string({ minLength: 1, maxLength: 35 }).filter((text) => !text.includes(': '));
const memo = fc.string({ minLength: 1, maxLength: 30 });

test('what a payment is described by is read back, and its number says nothing', () => {
  const given = fc.record({
    marker,
    invoiceNumber,
    reference: fc.option(reference),
    memo: fc.option(memo),
  });
  fc.assert(
    fc.property(given, (one) => {
      // A reference that ends in a colon would begin the memo.
      fc.pre(!one.reference?.endsWith(':') && one.reference?.trim() !== '');
      const documentNumber = documentNumberOf(one.marker);
      const description = describePayment(one);
      expect([documentNumber.length, isOurNumber(documentNumber)]).toEqual([20, true]);
      expect(namedInvoice(description)).toBe(one.invoiceNumber);
      const read = readPaymentText({ documentNumber, description });
      expect(read).toEqual({ document_number: one.reference, memo: one.memo });
    }),
  );
});

test('what others have posted is read as it is', () => {
  const read = readPaymentText({ documentNumber: 'BANK-17', description: 'Payment of Invoice 103001' });
  expect(read).toEqual({ document_number: 'BANK-17', memo: 'Payment of Invoice 103001' });
  expect(namedInvoice('Payment of Invoice 103001')).toBe('103001');
  expect(namedInvoice('Rent')).toBe(null);
});

test('two writes have two numbers', () => {
  expect(documentNumberOf('a'.repeat(26))).not.toBe(documentNumberOf(`${'a'.repeat(25)}b`));
});
