import type { RecordModel } from '../../../domain/records/registry.ts';
import type { InvoicePaymentFields } from '../../../domain/writes/write-fields.ts';

/** What a payment is for. Tryton keeps both as invoices; a credit note has a negative total. */
export interface PaidDocument {
  field: 'invoice_id' | 'credit_note_id';
  model: Extract<RecordModel, 'INVOICE' | 'INVOICE_CREDIT_NOTE'>;
  id: string;
}

/** The document that the fields name; the invoice where they name both. */
export const paidDocument = ({ invoice_id, credit_note_id }: InvoicePaymentFields): PaidDocument =>
  invoice_id
    ? { field: 'invoice_id', model: 'INVOICE', id: invoice_id }
    : { field: 'credit_note_id', model: 'INVOICE_CREDIT_NOTE', id: credit_note_id ?? '' };
