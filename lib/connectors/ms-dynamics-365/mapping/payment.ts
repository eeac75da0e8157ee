import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import { readPaymentText } from '../payment-text.ts';
import { paymentEntryRow } from '../rows/payment.ts';
import { ids, read } from './values.ts';

/** A payment received: what it has credited to those who owe. */
export function mapPayment(raw: unknown): Canonical<'INVOICE_PAYMENT'> {
  const row = read(paymentEntryRow, raw);
  return {
    ...ids(row),
    fields: { invoice_id: row['@document']?.id ?? null, ...settlement(row, row.creditAmount) },
    children: {},
  };
}

/** A payment made: what it has debited to those who are owed. */
export function mapBillPayment(raw: unknown): Canonical<'BILL_PAYMENT'> {
  const row = read(paymentEntryRow, raw);
  return {
    ...ids(row),
    fields: { bill_id: row['@document']?.id ?? null, ...settlement(row, row.debitAmount) },
    children: {},
  };
}

/** The ledger is in the currency of the books, and its entry on this side does not say which bank account it was. */
const settlement = (row: z.infer<typeof paymentEntryRow>, amount: string) => ({
  account_id: null,
  credit_note_id: null,
  amount,
  payment_mode: null,
  currency_id: row['@localCurrency'],
  currency_rate: '1',
  payment_date: row.postingDate,
  contact_id: row['@document']?.contactId ?? null,
  updated_at: row.lastModifiedDateTime,
  ...readPaymentText(row),
});
