import { invoiceStatuses, invoices } from '../../../../db/schema/records/invoice.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { lineItem } from './children.ts';
import { partyRelations, tradeSorts, tradeWire } from './trade-document.ts';

export const invoice = declareModel({
  model: 'INVOICE',
  path: 'invoices',
  table: invoices,
  wire: [...baseWire, ...tradeWire],
  knownBy: ['document_number'],
  showsDeletedAt: 'always',
  children: { line_items: lineItem },
  relations: { ...partyRelations, invoice_payments: { kind: 'many', model: 'INVOICE_PAYMENT', by: 'invoice_id' } },
  sorts: tradeSorts,
  enums: { status: invoiceStatuses },
  dateColumn: 'posted_date',
});
