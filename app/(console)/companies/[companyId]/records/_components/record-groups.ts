import type { ListedModel } from '@/components/records/record-lists.ts';

/** The models of the records tab, by what they are for. */
export const recordGroups: readonly { label: string; models: readonly ListedModel[] }[] = [
  { label: 'Purchases', models: ['BILL', 'BILL_PAYMENT', 'BILL_CREDIT_NOTE', 'PURCHASE_ORDER', 'EXPENSE'] },
  { label: 'Sales', models: ['INVOICE_CREDIT_NOTE', 'SALES_ORDER'] },
  { label: 'Books', models: ['ACCOUNT', 'JOURNAL_ENTRY', 'BANK_ACCOUNT', 'BANK_TRANSACTION'] },
  { label: 'Set-up', models: ['COMPANY_INFO', 'ITEM', 'CURRENCY', 'TAX_RATE', 'TRACKING_CATEGORY'] },
];

/** Whether the records tab lists a model. */
export const isInRecords = (model: string): model is ListedModel =>
  recordGroups.some(({ models }) => models.some((one) => one === model));
