import type { RecordModel } from '../../domain/records/registry.ts';

/** Where each model's list is. */
export const paths: Record<RecordModel, string> = {
  COMPANY_INFO: '/v1/company',
  CURRENCY: '/v1/currencies',
  TAX_RATE: '/v1/tax_rates',
  TRACKING_CATEGORY: '/v1/dimensions',
  ACCOUNT: '/v1/accounts',
  BANK_ACCOUNT: '/v1/bank_accounts',
  CONTACT: '/v1/contacts',
  ITEM: '/v1/items',
  PURCHASE_ORDER: '/v1/purchase_orders',
  SALES_ORDER: '/v1/sales_orders',
  BILL: '/v1/bills',
  INVOICE: '/v1/invoices',
  BILL_CREDIT_NOTE: '/v1/supplier_credits',
  INVOICE_CREDIT_NOTE: '/v1/credit_notes',
  BILL_PAYMENT: '/v1/bill_payments',
  INVOICE_PAYMENT: '/v1/payments',
  EXPENSE: '/v1/expenses',
  BANK_TRANSACTION: '/v1/bank_transactions',
  JOURNAL_ENTRY: '/v1/journals',
};
