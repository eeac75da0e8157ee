import type { CsvColumn, CsvValue } from '../../format/csv.ts';
import type { WriteRow } from './write-page.ts';

/** The payments that were written to a company's platform as a file. */
export const paymentWriteCsv: readonly CsvColumn<WriteRow>[] = [
  { head: 'Id', value: (write) => write.id },
  { head: 'Sync id', value: (write) => write.syncId },
  { head: 'State', value: (write) => write.state },
  { head: 'Id on the platform', value: (write) => write.platformId },
  { head: 'Amount', value: field('amount') },
  { head: 'Paid on', value: field('payment_date') },
  { head: 'Invoice', value: (write) => write.invoice },
  { head: 'Invoice (id on the platform)', value: field('invoice_id') },
  { head: 'Credit note (id on the platform)', value: field('credit_note_id') },
  { head: 'Account (id on the platform)', value: field('account_id') },
  { head: 'Number', value: field('document_number') },
  { head: 'Note', value: field('memo') },
  { head: 'Failure', value: (write) => write.failure?.message },
  { head: 'Asked for', value: (write) => write.createdAt },
  { head: 'Ended', value: (write) => write.endedAt },
];

function field(name: string): (write: WriteRow) => CsvValue {
  return ({ fields }) => {
    const value = fields[name];
    return typeof value === 'string' ? value : null;
  };
}
