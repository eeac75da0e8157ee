import { isDecimal } from './number.ts';

/** What stands in a cell. A moment is written as ISO 8601; null and undefined leave the cell empty. */
export type CsvValue = string | number | boolean | Date | null | undefined;

/** One column of a file. */
export interface CsvColumn<Row> {
  head: string;
  value: (row: Row) => CsvValue;
}

/** What spreadsheets begin a formula with, in either width; a tab or line break before it does not save the cell. */
const formula = /^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * One line of a file as RFC 4180 has it, its line break included. Text that a spreadsheet would run as a formula gets an
 * apostrophe before it, which spreadsheets take for "this is text"; numbers, negative ones too, stay as they are.
 */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(csvCell).join(',')}\r\n`;

function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const text = formula.test(value) && !isDecimal(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
