import type { CsvColumn } from '../../format/csv.ts';
import type { BulkRowView } from './schema.ts';

/** What came of each company, as a file. */
export const bulkRowCsv: readonly CsvColumn<BulkRowView>[] = [
  { head: 'Company id', value: (row) => row.companyId },
  { head: 'Company', value: (row) => row.companyName },
  { head: 'Result', value: (row) => row.status },
  { head: 'Reason', value: (row) => row.message },
];
