import type { Row } from '../api-types.ts';
import { dayFormat, momentFormat } from '../wall-time.ts';

/** Rows that belong to those of a part: lines, addresses, what a payment pays. */
export interface ChildQuery {
  /** Where they stand in the raw record. */
  name: string;
  from: string;
  columns: readonly string[];
  /** The column that names the row they belong to, and the one that tells them apart. Both are among the columns. */
  parent: Column;
  key: Column;
  scope: readonly string[];
}

interface Column {
  /** As the query says it. */
  sql: string;
  /** As the answer does. */
  name: string;
}

/** One table's worth of a model, read in the order of its ids. */
export interface PartQuery {
  from: string;
  /** The alias of the table that the ids are of. */
  alias: string;
  columns: readonly string[];
  scope: readonly string[];
  /** What is said of every record beside its columns. */
  constants?: Readonly<Record<string, string>>;
  /** The date by which `syncFrom` leaves records out. */
  day?: string;
  /** How changes are found; null reads everything each time. */
  changes: Changes | null;
  children?: readonly ChildQuery[];
}

interface Changes {
  /** Table and condition of all rows whose stamps count. */
  from: string;
  scope: readonly string[];
  stamp: string;
  /** Changed since a moment; the moment is an SQL expression. */
  since: (moment: string) => string;
}

/** How a model is read. */
export interface ModelQuery {
  parts: readonly PartQuery[];
  /** The records that one row with its children is; left out, the row is one. */
  split?: (row: Row) => Row[];
}

/** A text as SQL says it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const momentSql = (wall: string): string => `TO_DATE(${quoted(wall)}, ${quoted(momentFormat)})`;
export const daySql = (day: string): string => `TO_DATE(${quoted(day)}, ${quoted(dayFormat)})`;

/** A moment, and a date, in the form that this connector reads. */
export const momentColumn = (column: string, name: string): string =>
  `TO_CHAR(${column}, ${quoted(momentFormat)}) AS ${name}`;
export const dayColumn = (column: string, name: string): string =>
  `TO_CHAR(${column}, ${quoted(dayFormat)}) AS ${name}`;

export const select = (
  columns: readonly string[],
  from: string,
  conditions: readonly string[],
  order: readonly string[],
): string =>
  `SELECT ${columns.join(', ')} FROM ${from}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}` +
  ` ORDER BY ${order.join(', ')}`;

/** Changes of a table with a stamp of its own. */
export const ownChanges = (table: string, alias: string): Changes => ({
  from: `${table} ${alias}`,
  scope: [],
  stamp: `${alias}.lastmodifieddate`,
  since: (moment) => `${alias}.lastmodifieddate >= ${moment}`,
});
