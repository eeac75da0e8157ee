import type { Stamped } from './stamped.ts';

export interface TradeLine {
  description: string;
  /** Decimal string, at most four digits after the point. */
  quantity: string;
  unitPrice: string;
  discount: string;
  /** Percent, a decimal string. */
  taxRate: string;
  net: string;
  tax: string;
  total: string;
  accountId: number;
  itemId: number | null;
  taxRateId: number | null;
}

/** A document of lines, and what they come to. */
export interface TradeDocument extends Stamped {
  number: string;
  contactId: number;
  currencyId: number;
  rate: string;
  /** A plain date, YYYY-MM-DD. */
  issuedOn: string;
  /** After discount. */
  subtotal: string;
  discount: string;
  tax: string;
  total: string;
  /** What is left to pay, to bill, or to give back. */
  balance: string;
  note: string | null;
  lines: TradeLine[];
}

export type InvoiceStatus = 'draft' | 'issued' | 'part_paid' | 'settled' | 'overdue' | 'cancelled';

export interface Invoice extends TradeDocument {
  status: InvoiceStatus;
  dueOn: string;
}

/** An invoice of a supplier. */
export interface Bill extends TradeDocument {
  status: InvoiceStatus;
  dueOn: string;
}

/** An order of a customer, or one to a supplier. */
export interface Order extends TradeDocument {
  status: 'draft' | 'sent' | 'confirmed' | 'part_billed' | 'billed' | 'cancelled';
  deliveryOn: string | null;
}

export type CreditStatus = 'draft' | 'issued' | 'part_refunded' | 'refunded' | 'cancelled';

/** What a customer gets back for invoices. */
export interface CreditNote extends TradeDocument {
  status: CreditStatus;
  invoiceIds: number[];
}

/** What a supplier gives back for bills. */
export interface SupplierCredit extends TradeDocument {
  status: CreditStatus;
  billIds: number[];
}
