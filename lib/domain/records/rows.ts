import type postgres from 'postgres';
import { type RecordTable, recordTable } from './columns.ts';
import type { ModelDeclaration } from './declaration.ts';
import type { RecordModel } from './registry.ts';
import { quoted } from './statement.ts';

/** Ids are numbers, moments Dates, decimals strings; raw data is whatever JSON it is. */
export type FieldValue = string | number | boolean | Date | null | unknown;

/** A child of a record, by column name. */
export type ChildRow = Readonly<Record<string, FieldValue>>;

/** A stored record. `fields` go by column name; children and relations are there as far as they were asked for. */
export interface RecordRow {
  model: RecordModel;
  fields: Readonly<Record<string, FieldValue>>;
  children: Record<string, ChildRow[]>;
  relations: Record<string, RecordRow | RecordRow[] | null>;
}

/** The columns of a model to read, of `r`: raw data and hash are left out unless selected. */
export function readColumns(declaration: ModelDeclaration, select: readonly string[] = []): string {
  const hidden = ['raw_data', 'data_hash'].filter((name) => !select.includes(name));
  return columnList(recordTable(declaration.table), hidden);
}

/** Columns of `r` as a list. */
export const columnList = (table: RecordTable, hidden: readonly string[] = []): string =>
  table.columns.flatMap(({ name }) => (hidden.includes(name) ? [] : [`r.${quoted(name)}`])).join(', ');

/** A row of a model's table as a record. */
export const toRecordRow = (model: RecordModel, row: postgres.Row): RecordRow => ({
  model,
  fields: withNumbers(row, ['rootfi_id', 'company_id']),
  children: {},
  relations: {},
});

/** The driver gives bigints as text; ours are ids, which fit a number. */
export function withNumbers(row: postgres.Row, names: readonly string[]): Record<string, FieldValue> {
  for (const name of names) row[name] = Number(row[name]);
  return row;
}
