import { type Condition, type Expression, type Query, SuiteqlError, type TableUse } from './syntax.ts';
import type { Value } from './values.ts';

/** A table of the account: its rows, and how each column is read from one. Columns are read only when they are needed. */
export interface Table {
  rows: () => readonly unknown[];
  // A table's columns take its own rows; what they are is known where the table is made.
  columns: Readonly<Record<string, (row: never) => Value>>;
  /** The rows with one of some numbers in a column: for a table that is too long to be looked through each time. */
  found?: { column: string; rows: (numbers: ReadonlySet<number>) => readonly unknown[] };
}
export type Tables = Readonly<Record<string, Table>>;

/** One row of each table of the query so far, by alias; null where a LEFT JOIN found none. */
export interface Scope {
  names: Names;
  rows: Readonly<Record<string, unknown>>;
}

/** The tables that a query names. */
export interface Names {
  tables: ReadonlyMap<string, { name: string; table: Table }>;
  /** Columns that were looked up. */
  found: Map<Expression, FoundColumn>;
  /** Those with one of the values in the column, where the table can tell; all of them otherwise. */
  rowsOf(use: TableUse, known: KnownValues | null): Scope[];
}

/** What a column of the rows that are asked for can be. */
export interface KnownValues {
  column: string;
  values: readonly Value[];
}

interface FoundColumn {
  alias: string;
  read: (row: unknown) => Value;
}

/** Looks up the tables and every column of a query. Throws SuiteqlError for one that is not there. */
export function scopeOf(query: Query, known: Tables): Names {
  const tables = new Map<string, { name: string; table: Table }>();
  for (const { table: name, alias } of [query.from, ...query.joins]) {
    const table = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!table) throw new SuiteqlError(`Record '${name}' was not found`);
    tables.set(alias, { name, table });
  }
  const names: Names = {
    tables,
    found: new Map(),
    rowsOf: (use, values) => {
      const table = tables.get(use.alias)?.table;
      return (table ? rowsWith(table, values) : []).map((row) => ({ names, rows: { [use.alias]: row } }));
    },
  };
  for (const column of columnsIn(query)) columnOf(names, column);
  return names;
}

const rowsWith = ({ rows, found }: Table, known: KnownValues | null): readonly unknown[] =>
  found && known?.column === found.column ? found.rows(new Set(known.values.map(Number))) : rows();

/** The table and reader of a column. Throws SuiteqlError where it is not there, or could be of two tables. */
export function columnOf(names: Names, column: Column): FoundColumn {
  const known = names.found.get(column) ?? findColumn(names, column);
  names.found.set(column, known);
  return known;
}

function findColumn(names: Names, { table, name }: Column): FoundColumn {
  const owners = [...names.tables].filter(([alias, one]) =>
    table === null ? Object.hasOwn(one.table.columns, name) : alias === table && Object.hasOwn(one.table.columns, name),
  );
  const [owner, ...others] = owners;
  const read = owner?.[1].table.columns[name] as FoundColumn['read'] | undefined;
  if (owner && read && others.length === 0) return { alias: owner[0], read };
  if (owner) throw new SuiteqlError(`Field '${name}' is ambiguous`);
  const of = names.tables.get(table ?? [...names.tables.keys()][0] ?? '')?.name ?? table;
  throw new SuiteqlError(`Field '${name}' for record '${of}' was not found`);
}

/** What of WHERE concerns the first table alone, and the rest: the first part is judged before tables are joined. */
export function splitWhere({ from, joins, where }: Query): [Condition | null, Condition | null] {
  if (where === null || joins.length === 0) return [where, null];
  const parts = where.kind === 'and' ? where.parts : [where];
  const isEarly = (part: Condition) => [...columnsOf(part)].every(({ table }) => table === from.alias);
  return [and(parts.filter(isEarly)), and(parts.filter((part) => !isEarly(part)))];
}

/** What IN says of a column of a table, where a condition has one among the parts of its AND. */
export function knownValues(condition: Condition | null, alias: string): KnownValues | null {
  const parts = condition?.kind === 'and' ? condition.parts : condition ? [condition] : [];
  for (const part of parts) {
    if (part.kind !== 'in' || part.left.kind !== 'column' || (part.left.table ?? alias) !== alias) continue;
    const values = part.values.map((value) => (value.kind === 'literal' ? value.value : null));
    if (!values.includes(null)) return { column: part.left.name, values };
  }
  return null;
}

const and = (parts: Condition[]): Condition | null => (parts.length === 0 ? null : { kind: 'and', parts });

export type Column = Extract<Expression, { kind: 'column' }>;

function* columnsIn(query: Query): Generator<Column> {
  for (const { value } of [...query.select, ...query.order]) yield* columnIn(value);
  for (const { on } of query.joins) yield* columnsOf(on);
  if (query.where) yield* columnsOf(query.where);
}

/** The columns of a condition; those of a query within it are that query's own. */
export function* columnsOf(condition: Condition): Generator<Column> {
  if (condition.kind === 'and' || condition.kind === 'or') {
    for (const part of condition.parts) yield* columnsOf(part);
  } else if (condition.kind === 'not') yield* columnsOf(condition.condition);
  else if (condition.kind === 'is-null') yield* columnIn(condition.value);
  else {
    yield* columnIn(condition.left);
    if (condition.kind === 'compare') yield* columnIn(condition.right);
    if (condition.kind === 'in') for (const value of condition.values) yield* columnIn(value);
  }
}

function* columnIn(value: Expression): Generator<Column> {
  if (value.kind === 'column') yield value;
  if (value.kind === 'call') yield* columnIn(value.value);
}
