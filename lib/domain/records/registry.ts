import type { CanonicalRecord, ModelDeclaration } from './declaration.ts';
import { account } from './models/account.ts';
import { contact } from './models/contact.ts';
import { currency } from './models/currency.ts';
import { invoice } from './models/invoice.ts';
import { invoicePayment } from './models/invoice-payment.ts';

/** The unified models that this installation stores, in the order in which a sync takes them. */
export const recordModels = {
  CURRENCY: currency,
  ACCOUNT: account,
  CONTACT: contact,
  INVOICE: invoice,
  INVOICE_PAYMENT: invoicePayment,
} as const;

export type RecordModel = keyof typeof recordModels;

/** A mapped record of one model. */
export type Canonical<M extends RecordModel = RecordModel> = CanonicalRecord<(typeof recordModels)[M]>;

/** The declaration of a model, for code that works on any of them. */
export const declarationOf = (model: RecordModel): ModelDeclaration => recordModels[model];

/** Whether this installation stores a model; the contract names more of them than there are tables. */
export const isStored = (model: string): model is RecordModel => Object.hasOwn(recordModels, model);
