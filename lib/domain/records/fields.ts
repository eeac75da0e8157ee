import { type ColumnKind, recordTable } from './columns.ts';
import type { ChildDeclaration, ModelDeclaration, WireField } from './declaration.ts';

/** A field as the wire shows it. */
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

/** How every field may be filtered, whatever its kind. */
export const filterOps = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'contains', 'null'] as const;
export type FilterOp = (typeof filterOps)[number];

/** What is hidden unless asked for. */
export const selectNames = ['raw_data', 'data_hash'] as const;
export type SelectName = (typeof selectNames)[number];

const known = new Map<ModelDeclaration | ChildDeclaration, readonly FieldInfo[]>();

/** The scalar fields of a model in the order of the wire. */
export const wireFields = (declaration: ModelDeclaration): readonly FieldInfo[] =>
  remembered(declaration, declaration.enums);

/** The fields of a child kind in the order of the wire. */
export const childFields = (child: ChildDeclaration): readonly FieldInfo[] => remembered(child, {});

function remembered(declaration: ModelDeclaration | ChildDeclaration, enums: ModelDeclaration['enums']) {
  let fields = known.get(declaration);
  if (!fields) {
    fields = declaration.wire.map((field) => describe(declaration, enums, field));
    known.set(declaration, fields);
  }
  return fields;
}

function describe(
  declaration: ModelDeclaration | ChildDeclaration,
  enums: ModelDeclaration['enums'],
  field: string | WireField,
): FieldInfo {
  const { name, column, as } = typeof field === 'string' ? { name: field, column: field, as: undefined } : field;
  const found = recordTable(declaration.table).columns.find((one) => one.name === column);
  if (!found || found.kind === 'json')
    throw new Error(`${declaration.model}: no column ${column} for the field ${name}`);
  const { kind, nullable } = found;
  return { name, column, kind, nullable, asText: as === 'string', asPlural: as === 'plural', values: enums[column] };
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
