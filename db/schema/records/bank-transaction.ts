import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, decimal, platformMoment } from './base.ts';

export const bankTransactionTypes = ['deposit', 'withdrawal', 'transfer', 'unknown'] as const;
export const bankTransactionDirections = ['debit', 'credit', 'unknown'] as const;
export const bankTransactionStatuses = ['pending', 'posted', 'reconciled', 'void', 'unknown'] as const;

/**
 * A movement on a bank account, as a statement shows it: `credit` is money that came in, and the amount has no sign.
 * `account_id` is the account of the books for that bank account, `from_account_id` and `to_account_id` those that the
 * money left and reached, as far as they are known.
 */
export const bankTransactions = pgTable(
  'record_bank_transactions',
  {
    ...baseColumns(),
    contact_id: text(),
    account_id: text(),
    from_account_id: text(),
    to_account_id: text(),
    currency_id: text(),
    amount: decimal(),
    type: text().$type<(typeof bankTransactionTypes)[number]>(),
    debit_or_credit: text().$type<(typeof bankTransactionDirections)[number]>(),
    status: text().$type<(typeof bankTransactionStatuses)[number]>(),
    currency_rate: decimal(),
    transaction_date: platformMoment(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_bank_transactions_platform').on(t.company_id, t.platform_id),
    index('record_bank_transactions_contact').on(t.company_id, t.contact_id),
    index('record_bank_transactions_date').on(t.company_id, t.transaction_date, t.rootfi_id),
    index('record_bank_transactions_amount').on(t.company_id, t.amount, t.rootfi_id),
    index('record_bank_transactions_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
  ],
);
