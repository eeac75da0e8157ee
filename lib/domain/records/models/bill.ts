import { bills } from '../../../../db/schema/records/bill.ts';
import { invoiceStatuses } from '../../../../db/schema/records/invoice.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { lineItem } from './children.ts';
import { partyRelations, tradeSorts, tradeWire } from './trade-document.ts';

export const bill = declareModel({
  model: 'BILL',
  path: 'bills',
  table: bills,
  wire: [...baseWire, ...tradeWire],
  knownBy: ['document_number'],
  showsDeletedAt: 'always',
  children: { line_items: lineItem },
  relations: { ...partyRelations, bill_payments: { kind: 'many', model: 'BILL_PAYMENT', by: 'bill_id' } },
  sorts: tradeSorts,
  enums: { status: invoiceStatuses },
  dateColumn: 'posted_date',
});
