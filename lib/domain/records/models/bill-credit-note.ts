import { billCreditNotes } from '../../../../db/schema/records/bill-credit-note.ts';
import { creditNoteStatuses } from '../../../../db/schema/records/credit-note.ts';
import { idList } from '../../../../db/schema/records/json.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { lineItem } from './children.ts';
import { creditNoteSorts, creditNoteWire, partyRelations } from './trade-document.ts';

export const billCreditNote = declareModel({
  model: 'BILL_CREDIT_NOTE',
  path: 'bill_credit_notes',
  table: billCreditNotes,
  wire: [...baseWire, ...creditNoteWire, 'bill_ids', 'updated_at'],
  knownBy: ['document_number'],
  showsDeletedAt: 'always',
  children: { line_items: lineItem },
  relations: partyRelations,
  sorts: creditNoteSorts,
  enums: { status: creditNoteStatuses },
  shapes: { bill_ids: idList },
  dateColumn: 'posted_date',
});
