import type { CsvColumn, CsvValue } from '../../format/csv.ts';
import { fieldWords } from './field-words.ts';
import { wireFields } from './fields.ts';
import { isShown, type RecordItem } from './record-view.ts';
import { declarationOf, type RecordModel } from './registry.ts';

type Column = CsvColumn<RecordItem>;

/**
 * A company's records of a model as a file: every field that the model has, whichever columns the table shows. What names
 * another record is written twice, as what people know that by and as its id on the platform.
 */
export const recordCsv = (model: RecordModel): readonly Column[] => [
  { head: 'Id', value: (record) => record.rootfiId },
  { head: 'Id on the platform', value: (record) => record.platformId },
  ...wireFields(declarationOf(model)).flatMap(({ column }) => (isShown(column) ? columnsOf(column) : [])),
  { head: 'Deleted', value: (record) => record.deletedAt },
];

function columnsOf(column: string): Column[] {
  const { label, kind } = fieldWords(column);
  const own = (record: RecordItem) => cellOf(record.values[column]);
  if (kind !== 'reference') return [{ head: label, value: own }];
  return [
    { head: label, value: (record) => record.references[column]?.title },
    { head: `${label} (id on the platform)`, value: own },
  ];
}

/** A list or object is written as JSON. */
const cellOf = (value: unknown): CsvValue =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as CsvValue);
