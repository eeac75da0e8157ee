import type { DataModel, ParentModel } from '@/db/schema/enums.ts';

/** What people call a data model that is synced on its own. */
export const parentModelNames: Record<ParentModel, string> = {
  ACCOUNT: 'Accounts',
  BANK_ACCOUNT: 'Bank accounts',
  BANK_TRANSACTION: 'Bank transactions',
  BILL: 'Bills',
  BILL_CREDIT_NOTE: 'Bill credit notes',
  BILL_PAYMENT: 'Bill payments',
  COMPANY_INFO: 'Company info',
  CONTACT: 'Contacts',
  CURRENCY: 'Currencies',
  EXPENSE: 'Expenses',
  INVOICE: 'Invoices',
  INVOICE_CREDIT_NOTE: 'Invoice credit notes',
  INVOICE_PAYMENT: 'Invoice payments',
  ITEM: 'Items',
  JOURNAL_ENTRY: 'Journal entries',
  PURCHASE_ORDER: 'Purchase orders',
  SALES_ORDER: 'Sales orders',
  TAX_RATE: 'Tax rates',
  TRACKING_CATEGORY: 'Tracking categories',
};

/** What people call a data model, children of a parent included. */
export const dataModelNames: Record<DataModel, string> = {
  ...parentModelNames,
  LINE_ITEM: 'Line items',
  JOURNAL_LINE: 'Journal lines',
  PHONE_NUMBER: 'Phone numbers',
  ADDRESS: 'Addresses',
  EXTERNAL_LINK: 'External links',
};
