import type { ParentModel } from '@/db/schema/enums.ts';

/** The word of each model in the addresses of APIs and console. */
export const recordPaths: Record<ParentModel, string> = {
  COMPANY_INFO: 'company_info',
  CURRENCY: 'currencies',
  ACCOUNT: 'accounts',
  TAX_RATE: 'tax_rates',
  TRACKING_CATEGORY: 'tracking_categories',
  ITEM: 'items',
  CONTACT: 'contacts',
  BANK_ACCOUNT: 'bank_accounts',
  SALES_ORDER: 'sales_orders',
  PURCHASE_ORDER: 'purchase_orders',
  INVOICE: 'invoices',
  BILL: 'bills',
  INVOICE_CREDIT_NOTE: 'invoice_credit_notes',
  BILL_CREDIT_NOTE: 'bill_credit_notes',
  INVOICE_PAYMENT: 'invoice_payments',
  BILL_PAYMENT: 'bill_payments',
  EXPENSE: 'expenses',
  BANK_TRANSACTION: 'bank_transactions',
  JOURNAL_ENTRY: 'journal_entries',
};

/** The page that lists a company's records of a model. */
export function recordListHref(companyId: number, model: ParentModel): string {
  const company = `/companies/${companyId}`;
  switch (model) {
    case 'CONTACT':
      return `${company}/contacts`;
    case 'INVOICE':
      return `${company}/invoices`;
    case 'INVOICE_PAYMENT':
      return `${company}/invoices/payments`;
    default:
      return `${company}/records/${recordPaths[model]}`;
  }
}

/** A record in its list, with its drawer open. */
export const recordHref = (companyId: number, record: { model: ParentModel; rootfiId: number }): string =>
  `${recordListHref(companyId, record.model)}?${record.model === 'CONTACT' ? 'contact' : 'record'}=${record.rootfiId}`;
