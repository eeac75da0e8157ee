import type { ModelsOf } from '../types.ts';
import type { netsuiteDefinition } from './definition.ts';
import { contactQuery } from './queries/contact.ts';
import type { ModelQuery } from './queries/query.ts';
import { accountQuery, currencyQuery, itemQuery } from './queries/setup.ts';
import { billPaymentQuery, billQuery, invoicePaymentQuery, invoiceQuery } from './queries/transactions.ts';

export type NetsuiteModel = ModelsOf<typeof netsuiteDefinition>;

/** How each model is read. */
export const queries: Record<NetsuiteModel, ModelQuery> = {
  CURRENCY: currencyQuery,
  ACCOUNT: accountQuery,
  ITEM: itemQuery,
  CONTACT: contactQuery,
  INVOICE: invoiceQuery,
  BILL: billQuery,
  INVOICE_PAYMENT: invoicePaymentQuery,
  BILL_PAYMENT: billPaymentQuery,
};
