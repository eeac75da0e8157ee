import type { Model, Records } from '../../state/book.ts';
import type { Stamped } from '../../state/records/stamped.ts';
import { company, contact } from './format/contact.ts';
import { bankTransaction, billPayment, expense, journal, payment } from './format/money.ts';
import { account, bankAccount, currency, dimension, item, taxRate } from './format/setup.ts';
import { bill, creditNote, invoice, purchaseOrder, salesOrder, supplierCredit } from './format/trade.ts';
import { wireId } from './ids.ts';

/** A record as this wire writes it; fields are listed one by one. */
export function formatRecord<M extends Model>(model: M, record: Records[M]): Record<string, unknown> {
  return { ...stamps(model, record), ...bodies[model](record as never) };
}

const stamps = (model: Model, record: Stamped) => ({
  id: wireId(model, record.id),
  created: record.created,
  modified: record.modified,
  deleted: record.deleted,
});

const bodies = {
  company,
  currencies: currency,
  accounts: account,
  tax_rates: taxRate,
  dimensions: dimension,
  items: item,
  contacts: contact,
  bank_accounts: bankAccount,
  sales_orders: salesOrder,
  purchase_orders: purchaseOrder,
  invoices: invoice,
  bills: bill,
  credit_notes: creditNote,
  supplier_credits: supplierCredit,
  payments: payment,
  bill_payments: billPayment,
  expenses: expense,
  bank_transactions: bankTransaction,
  journals: journal,
};
