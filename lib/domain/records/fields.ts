import type { JsonShape } from '../../../db/schema/records/json.ts';
import { type ColumnKind, recordTable } from './columns.ts';
import type { ChildDeclaration, ModelDeclaration, WireField } from './declaration.ts';

/** A field of one value as the wire shows it. */
export interface FieldInfo {
  name: string;
  column: string;
  kind: Exclude<ColumnKind, 'json'>;
  nullable: boolean;
  /** A number that the wire writes as a string. */
  asText: boolean;
  /** A model that the wire writes as the plural word of its path. */
  asPlural: boolean;
  /** The closed set it comes from. */
  values?: readonly string[];
}

/** A field that holds an object or a list. */
export interface JsonFieldInfo {
  name: string;
  column: string;
  kind: 'json';
  nullable: boolean;
  shape: JsonShape;
}

export type AnyFieldInfo = FieldInfo | JsonFieldInfo;

/** How every field of one value may be filtered, whatever its kind. */
export const filterOps = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'contains', 'null'] as const;
export type FilterOp = (typeof filterOps)[number];

/** What is hidden unless asked for. */
export const selectNames = ['raw_data', 'data_hash'] as const;
export type SelectName = (typeof selectNames)[number];

const known = new Map<ModelDeclaration | ChildDeclaration, readonly AnyFieldInfo[]>();

/** The fields of a model, or of a child kind, in the order of the wire. */
export function wireFields(declaration: ModelDeclaration | ChildDeclaration): readonly AnyFieldInfo[] {
  let fields = known.get(declaration);
  if (!fields) {
    fields = declaration.wire.map((field) => describe(declaration, field));
    known.set(declaration, fields);
  }
  return fields;
}

/** The fields of one value: those that a list may be filtered by. */
export const scalarFields = (declaration: ModelDeclaration | ChildDeclaration): readonly FieldInfo[] =>
  wireFields(declaration).filter((field) => field.kind !== 'json');

function describe(declaration: ModelDeclaration | ChildDeclaration, field: string | WireField): AnyFieldInfo {
  const { name, column, as } = typeof field === 'string' ? { name: field, column: field, as: undefined } : field;
  const found = recordTable(declaration.table).columns.find((one) => one.name === column);
  const shape = 'shapes' in declaration ? declaration.shapes?.[column] : undefined;
  if (!found || (found.kind === 'json') !== (shape !== undefined))
    throw new Error(`${declaration.model}: no column ${column} for the field ${name}`);
  const { kind, nullable } = found;
  if (kind === 'json') return { name, column, kind, nullable, shape: shape as JsonShape };
  const values = declaration.enums[column];
  return { name, column, kind, nullable, asText: as === 'string', asPlural: as === 'plural', values };
}

/** What a list may be sorted by; rootfi_id is what it is sorted by unless asked otherwise. */
export const sortNames = (declaration: ModelDeclaration): readonly string[] => [
  'rootfi_id',
  'rootfi_created_at',
  'rootfi_updated_at',
  ...declaration.sorts,
];

/** What `expand` may name: every child kind and relation of the model, in the order of its declaration. */
export const expandNames = (declaration: ModelDeclaration): readonly string[] => [
  ...Object.keys(declaration.children),
  ...Object.keys(declaration.relations),
];
