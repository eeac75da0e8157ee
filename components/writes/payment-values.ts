import type { RecordItem } from '@/lib/domain/records/record-view.ts';
import type { PaymentFormInput } from '@/lib/domain/writes/payment-form.ts';

/** What of a payment its platform has a place for. */
export interface PaymentPlace {
  fields: readonly string[];
  /** What it must have. */
  required: readonly string[];
  /** What the platform needs beside the fields, by its own names. */
  rawData: readonly string[];
}

/** A payment while it is typed. */
export interface PaymentValues {
  invoice: RecordItem | null;
  account: RecordItem | null;
  amount: string;
  /** `2026-03-04` */
  paymentDate: string;
  documentNumber: string;
  memo: string;
  paymentMode: string;
  rawData: Record<string, string>;
}

/** An empty payment, or one of all that is open of an invoice. */
export const newPayment = (today: string, invoice: RecordItem | null): PaymentValues => ({
  invoice,
  account: null,
  amount: openOf(invoice) ?? '',
  paymentDate: today,
  documentNumber: '',
  memo: '',
  paymentMode: '',
  rawData: {},
});

/** What is open of an invoice, as decimal text without needless zeros; null where it is not known. */
export function openOf(invoice: RecordItem | null): string | null {
  const due = invoice?.values.amount_due;
  if (typeof due !== 'string') return null;
  return due.includes('.') ? due.replace(/(\.\d\d\d*?)0*$/, '$1') : due;
}

/** What is sent of it. */
export const paymentInput = (companyId: number, values: PaymentValues): PaymentFormInput => ({
  companyId,
  invoiceId: values.invoice?.platformId ?? '',
  accountId: values.account?.platformId,
  amount: values.amount,
  paymentDate: values.paymentDate,
  documentNumber: values.documentNumber,
  memo: values.memo,
  paymentMode: values.paymentMode,
  rawData: values.rawData,
});
