import type { Stamped } from './stamped.ts';
import type { TradeLine } from './trade.ts';

export const paymentMethods = ['transfer', 'card', 'cash', 'direct_debit', 'cheque'] as const;

/** Money for a document: received for an invoice, paid for a bill. */
interface Settlement extends Stamped {
  contactId: number;
  accountId: number;
  currencyId: number;
  rate: string;
  amount: string;
  paidOn: string;
  reference: string;
  method: (typeof paymentMethods)[number];
  note: string | null;
}

export interface Payment extends Settlement {
  /** A name that another system gave it, unique among the payments of a book. */
  externalId: string | null;
  invoiceId: number;
}

export interface BillPayment extends Settlement {
  billId: number;
}

/** Money spent at once, without a bill. */
export interface Expense extends Stamped {
  status: 'draft' | 'booked' | 'cancelled';
  /** What it was paid from. */
  accountId: number;
  contactId: number | null;
  currencyId: number;
  rate: string;
  spentOn: string;
  subtotal: string;
  discount: string;
  tax: string;
  total: string;
  note: string | null;
  lines: TradeLine[];
}

/** A movement on a bank account; the amount has no sign. */
export interface BankTransaction extends Stamped {
  bankAccountId: number;
  direction: 'in' | 'out';
  kind: 'deposit' | 'withdrawal' | 'transfer';
  status: 'pending' | 'posted' | 'reconciled';
  /** What it is booked on. */
  accountId: number;
  /** The company's own accounts that the money leaves and reaches; both where it only moves between them. */
  fromAccountId: number | null;
  toAccountId: number | null;
  contactId: number | null;
  currencyId: number;
  rate: string;
  amount: string;
  bookedOn: string;
  text: string;
}

export interface JournalLine {
  side: 'debit' | 'credit';
  accountId: number;
  contactId: number | null;
  description: string | null;
  net: string;
  tax: string;
}

/** A booking by hand; both sides are equal and `amount` is one of them. */
export interface Journal extends Stamped {
  number: string;
  postedOn: string;
  currencyId: number;
  rate: string;
  description: string;
  amount: string;
  lines: JournalLine[];
}
