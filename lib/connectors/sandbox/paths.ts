import type { RecordModel } from '../../domain/records/registry.ts';

/** Where each model's list is. */
export const paths: Record<RecordModel, string> = {
  COMPANY_INFO: '/v1/company',
  CURRENCY: '/v1/currencies',
  ACCOUNT: '/v1/accounts',
  TAX_RATE: '/v1/tax_rates',
  TRACKING_CATEGORY: '/v1/dimensions',
  ITEM: '/v1/items',
  CONTACT: '/v1/contacts',
  BANK_ACCOUNT: '/v1/bank_accounts',
  SALES_ORDER: '/v1/sales_orders',
  PURCHASE_ORDER: '/v1/purchase_orders',
  INVOICE: '/v1/invoices',
  BILL: '/v1/bills',
  INVOICE_CREDIT_NOTE: '/v1/credit_notes',
  BILL_CREDIT_NOTE: '/v1/supplier_credits',
  INVOICE_PAYMENT: '/v1/payments',
  BILL_PAYMENT: '/v1/bill_payments',
  EXPENSE: '/v1/expenses',
  BANK_TRANSACTION: '/v1/bank_transactions',
  JOURNAL_ENTRY: '/v1/journals',
};
