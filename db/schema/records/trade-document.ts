import { text } from 'drizzle-orm/pg-core';
import { decimal, platformMoment } from './base.ts';

/** What invoices, bills and orders have in common: who trades, when, and what it comes to. */
export const tradeColumns = () => ({
  document_number: text(),
  contact_id: text(),
  currency_id: text(),
  currency_rate: decimal(),
  posted_date: platformMoment(),
  due_date: platformMoment(),
  sub_total: decimal(),
  total_discount: decimal(),
  tax_amount: decimal(),
  total_amount: decimal(),
  amount_due: decimal(),
  memo: text(),
});

/** What a purchase and a sales order have beyond that, their state aside: when it is to be delivered. */
export const orderColumns = () => ({ ...tradeColumns(), delivery_date: platformMoment() });

/**
 * States of an order. `submitted` waits for an approval, `open` for goods or their bill, `closed` is billed in full or
 * was closed by hand.
 */
export const orderStatuses = ['draft', 'submitted', 'open', 'partially_billed', 'closed', 'void', 'unknown'] as const;
export type OrderStatus = (typeof orderStatuses)[number];
