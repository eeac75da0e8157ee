import { journalEntries } from '../../../../db/schema/records/journal-entry.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { journalLine } from './children.ts';
import { currencyRate } from './trade-document.ts';

export const journalEntry = declareModel({
  model: 'JOURNAL_ENTRY',
  path: 'journal_entries',
  table: journalEntries,
  wire: [
    ...baseWire,
    'document_number',
    'posted_date',
    'currency_id',
    currencyRate,
    'description',
    'amount',
    'updated_at',
  ],
  knownBy: ['document_number', 'description'],
  showsDeletedAt: 'always',
  children: { journal_lines: journalLine },
  relations: { currency: { kind: 'one', model: 'CURRENCY', by: 'currency_id' } },
  sorts: ['posted_date', 'amount', 'updated_at'],
  enums: {},
  dateColumn: 'posted_date',
});
