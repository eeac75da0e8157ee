import { creditNoteStatuses } from '../../../../db/schema/records/credit-note.ts';
import { invoiceCreditNotes } from '../../../../db/schema/records/invoice-credit-note.ts';
import { idList } from '../../../../db/schema/records/json.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { lineItem } from './children.ts';
import { creditNoteSorts, creditNoteWire, partyRelations } from './trade-document.ts';

export const invoiceCreditNote = declareModel({
  model: 'INVOICE_CREDIT_NOTE',
  path: 'invoice_credit_notes',
  table: invoiceCreditNotes,
  wire: [...baseWire, ...creditNoteWire, 'invoice_ids', 'updated_at'],
  knownBy: ['document_number'],
  showsDeletedAt: 'always',
  children: { line_items: lineItem },
  relations: partyRelations,
  sorts: creditNoteSorts,
  enums: { status: creditNoteStatuses },
  shapes: { invoice_ids: idList },
  dateColumn: 'posted_date',
});
