import { invoiceStatuses, invoices } from '../../../../db/schema/records/invoice.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { lineItem } from './children.ts';

export const invoice = declareModel({
  model: 'INVOICE',
  path: 'invoices',
  table: invoices,
  wire: [
    ...baseWire,
    'document_number',
    'status',
    'contact_id',
    'currency_id',
    { name: 'currency_rate', column: 'currency_rate', as: 'string' },
    'posted_date',
    'due_date',
    'sub_total',
    'total_discount',
    'tax_amount',
    'total_amount',
    'amount_due',
    'memo',
    'updated_at',
  ],
  showsDeletedAt: 'always',
  children: { line_items: lineItem },
  relations: {
    currency: { kind: 'one', model: 'CURRENCY', by: 'currency_id' },
    contact: { kind: 'one', model: 'CONTACT', by: 'contact_id' },
    invoice_payments: { kind: 'many', model: 'INVOICE_PAYMENT', by: 'invoice_id' },
  },
  sorts: [
    'posted_date',
    'due_date',
    'sub_total',
    'total_discount',
    'tax_amount',
    'total_amount',
    'amount_due',
    'updated_at',
  ],
  enums: { status: invoiceStatuses },
  dateColumn: 'posted_date',
});
