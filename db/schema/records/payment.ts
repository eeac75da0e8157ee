import { text } from 'drizzle-orm/pg-core';
import { decimal, platformMoment } from './base.ts';

/** What payments of invoices and of bills have in common: everything but the document that is paid. */
export const paymentColumns = () => ({
  account_id: text(),
  credit_note_id: text(),
  amount: decimal(),
  payment_mode: text(),
  currency_id: text(),
  currency_rate: decimal(),
  memo: text(),
  payment_date: platformMoment(),
  contact_id: text(),
  document_number: text(),
});
