import { notFound } from '../../errors.ts';
import type { CanonicalRecord, ModelDeclaration } from './declaration.ts';
import { account } from './models/account.ts';
import { bankAccount } from './models/bank-account.ts';
import { bankTransaction } from './models/bank-transaction.ts';
import { bill } from './models/bill.ts';
import { billCreditNote } from './models/bill-credit-note.ts';
import { billPayment } from './models/bill-payment.ts';
import { companyInfo } from './models/company-info.ts';
import { contact } from './models/contact.ts';
import { currency } from './models/currency.ts';
import { expense } from './models/expense.ts';
import { invoice } from './models/invoice.ts';
import { invoiceCreditNote } from './models/invoice-credit-note.ts';
import { invoicePayment } from './models/invoice-payment.ts';
import { item } from './models/item.ts';
import { journalEntry } from './models/journal-entry.ts';
import { purchaseOrder } from './models/purchase-order.ts';
import { salesOrder } from './models/sales-order.ts';
import { taxRate } from './models/tax-rate.ts';
import { trackingCategory } from './models/tracking-category.ts';

/** The unified models, in the order in which a sync takes them: what others refer to goes first. */
export const recordModels = {
  COMPANY_INFO: companyInfo,
  CURRENCY: currency,
  ACCOUNT: account,
  TAX_RATE: taxRate,
  TRACKING_CATEGORY: trackingCategory,
  ITEM: item,
  CONTACT: contact,
  BANK_ACCOUNT: bankAccount,
  SALES_ORDER: salesOrder,
  PURCHASE_ORDER: purchaseOrder,
  INVOICE: invoice,
  BILL: bill,
  INVOICE_CREDIT_NOTE: invoiceCreditNote,
  BILL_CREDIT_NOTE: billCreditNote,
  INVOICE_PAYMENT: invoicePayment,
  BILL_PAYMENT: billPayment,
  EXPENSE: expense,
  BANK_TRANSACTION: bankTransaction,
  JOURNAL_ENTRY: journalEntry,
} as const;

export type RecordModel = keyof typeof recordModels;

/** A mapped record of one model. */
export type Canonical<M extends RecordModel = RecordModel> = CanonicalRecord<(typeof recordModels)[M]>;

/** The declaration of a model, for code that works on any of them. */
export const declarationOf = (model: RecordModel): ModelDeclaration => recordModels[model];

/** The model of a path word such as `invoice_payments`. Throws not-found. */
export function modelAt(path: string): RecordModel {
  const found = (Object.keys(recordModels) as RecordModel[]).find((model) => recordModels[model].path === path);
  if (!found) throw notFound('Model');
  return found;
}
