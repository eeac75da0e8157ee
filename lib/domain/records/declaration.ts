import type { InferInsertModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ChildModel, ParentModel } from '../../../db/schema/enums.ts';
import type { JsonShape } from '../../../db/schema/records/json.ts';

/** Columns that the store fills, so that a mapper doesn't. */
type BaseColumn =
  | 'company_id'
  | 'rootfi_id'
  | 'rootfi_created_at'
  | 'rootfi_updated_at'
  | 'rootfi_deleted_at'
  | 'platform_id'
  | 'platform_unique_id'
  | 'data_hash'
  | 'raw_data';
type ChildBaseColumn = 'company_id' | 'parent_model' | 'parent_platform_id' | 'position';

/** Every column of a table that a mapper must give, null where the platform has nothing. */
export type FieldsOf<T extends PgTable> = Required<Omit<InferInsertModel<T>, BaseColumn>>;
export type ChildFieldsOf<T extends PgTable> = Required<Omit<InferInsertModel<T>, ChildBaseColumn>>;

/** A child kind of a model, by the name under which the parent shows it (`addresses`). */
export interface ChildDeclaration<T extends PgTable = PgTable> {
  model: ChildModel;
  table: T;
  /** Wire fields in order: a string is a column of the same name. */
  wire: readonly (string | WireField)[];
  /** Closed sets, by column. */
  enums: Record<string, readonly string[]>;
}

/**
 * A relation that `expand` follows within the company, always by platform ids.
 * `one`: this record's `by` names the target's platform_id (for currency also its code).
 * `many`: the target's `by` names this record's platform_id.
 */
export interface Relation {
  kind: 'one' | 'many';
  model: ParentModel;
  by: string;
}

/**
 * How a wire field differs from its column: another name, a decimal written as a string, or a model written as the
 * plural word of its path (`CONTACTS`).
 */
export interface WireField {
  name: string;
  column: string;
  as?: 'string' | 'plural';
}

/** What nearly every model shows first. */
export const baseWire = [
  'rootfi_id',
  'rootfi_created_at',
  'rootfi_updated_at',
  'rootfi_deleted_at',
  { name: 'rootfi_company_id', column: 'company_id' },
  'platform_id',
  'platform_unique_id',
] as const satisfies readonly (string | WireField)[];

/**
 * A unified model: with its table file all that it is. Lists, filters, sorts, expand and the API document follow.
 */
export interface ModelDeclaration<
  T extends PgTable = PgTable,
  C extends Record<string, ChildDeclaration> = Record<string, ChildDeclaration>,
> {
  model: ParentModel;
  /** The path word, in snake_case (`invoice_payments`). */
  path: string;
  table: T;
  /** Wire fields in order: a string is a column of the same name. Children come last and are not listed here. */
  wire: readonly (string | WireField)[];
  /** Text columns by which people know a record, the best first: its title is the first that is filled. */
  knownBy: readonly string[];
  /** `always`: rootfi_deleted_at is a field like others; `asked`: only with include_deleted_records=true. */
  showsDeletedAt: 'always' | 'asked';
  children: C;
  relations: Record<string, Relation>;
  /** Beside rootfi_id, rootfi_created_at and rootfi_updated_at. */
  sorts: readonly string[];
  /** Closed sets, by column. */
  enums: Record<string, readonly string[]>;
  /** What the JSON columns hold; such a field can't be filtered or sorted by. */
  shapes?: Record<string, JsonShape>;
  /**
   * The date that `syncFrom` speaks of: a connector that leaves out older records goes by it, and so does what may be
   * called deleted. Without one, syncFrom does not apply to the model.
   */
  dateColumn?: string;
}

/** Declares a model and keeps the types of its table and children. */
export function declareModel<T extends PgTable, const C extends Record<string, ChildDeclaration>>(
  declaration: ModelDeclaration<T, C>,
): ModelDeclaration<T, C> {
  return declaration;
}

/**
 * What a connector's mapper makes of one platform record. Field names are the wire's own; moments are ISO 8601 text in
 * UTC, decimals are text, `*_id` are platform ids.
 */
export interface CanonicalRecord<D extends ModelDeclaration> {
  platformId: string;
  platformUniqueId: string | null;
  fields: FieldsOf<D['table']>;
  children: { [K in keyof D['children']]: ChildFieldsOf<D['children'][K]['table']>[] };
}
