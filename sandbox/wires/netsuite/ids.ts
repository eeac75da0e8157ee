/** The kinds of transactions, as SuiteQL names them. All of an account's transactions are numbered in one row. */
export const transactionTypes = {
  invoices: 'CustInvc',
  bills: 'VendBill',
  payments: 'CustPymt',
  bill_payments: 'VendPymt',
} as const;
export type TransactionModel = keyof typeof transactionTypes;

const digits: Record<TransactionModel, number> = { invoices: 1, bills: 2, payments: 3, bill_payments: 4 };

/** A document's internal id. */
export const transactionId = (model: TransactionModel, id: number): number => id * 10 + digits[model];

/** The document behind an internal id of that model; null where it is none. */
export function documentId(model: TransactionModel, id: number): number | null {
  return id % 10 === digits[model] ? Math.floor(id / 10) : null;
}
