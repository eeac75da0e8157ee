import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { JsonShape } from '../../../db/schema/records/json.ts';

/** What a column holds, as far as reading, writing and filtering it differ. */
export type ColumnKind = 'integer' | 'decimal' | 'moment' | 'text' | 'boolean' | 'json';

export interface RecordColumn {
  /** In the database, in the canonical record and, with few exceptions, on the wire. */
  name: string;
  kind: ColumnKind;
  /** Postgres's type of a parameter for it. */
  sqlType: string;
  nullable: boolean;
  /** Part of a key or index: its text must stay short. */
  indexed: boolean;
  /** What a JSON column holds, where its model says so. */
  shape?: JsonShape;
}

export interface RecordTable {
  name: string;
  columns: readonly RecordColumn[];
}

const kinds: Record<string, [ColumnKind, string]> = {
  PgBigInt53: ['integer', 'bigint'],
  PgInteger: ['integer', 'integer'],
  PgNumeric: ['decimal', 'numeric'],
  PgTimestampString: ['moment', 'timestamptz'],
  PgText: ['text', 'text'],
  PgChar: ['text', 'text'],
  PgBoolean: ['boolean', 'boolean'],
  PgJsonb: ['json', 'jsonb'],
};

const known = new Map<PgTable, RecordTable>();

/** The columns of a record table, read once from its Drizzle definition. Throws on a column type it has no kind for. */
export function recordTable(table: PgTable): RecordTable {
  const found = known.get(table);
  if (found) return found;
  const config = getTableConfig(table);
  const indexed = new Set([
    ...config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name)),
    ...config.indexes.flatMap((index) => index.config.columns.flatMap((column) => nameOf(column))),
  ]);
  const columns = Object.values(getTableColumns(table)).map((column) => describe(column, indexed));
  const made = { name: config.name, columns };
  known.set(table, made);
  return made;
}

function describe(column: PgColumn, indexed: ReadonlySet<string>): RecordColumn {
  const kind = kinds[column.columnType];
  if (!kind) throw new Error(`Record column ${column.name} has a type without a kind: ${column.columnType}`);
  return {
    name: column.name,
    kind: kind[0],
    sqlType: kind[1],
    nullable: !column.notNull,
    indexed: indexed.has(column.name),
  };
}

/** An index may also be over an expression, which has no name. */
const nameOf = (column: object): string[] => ('name' in column && typeof column.name === 'string' ? [column.name] : []);
