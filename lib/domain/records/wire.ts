import type { JsonPart, JsonParts, JsonShape } from '../../../db/schema/records/json.ts';
import type { ChildDeclaration, ModelDeclaration } from './declaration.ts';
import { type AnyFieldInfo, wireFields } from './fields.ts';
import { declarationOf, recordModels } from './registry.ts';
import type { ChildRow, FieldValue, RecordRow } from './rows.ts';

export interface WireOptions {
  /** What is hidden unless asked for: `raw_data`, `data_hash`. */
  select?: readonly string[];
  /** The caller asked for deleted records, so that every record says whether it is one. */
  includeDeleted?: boolean;
}

/**
 * A record as the wire shows it, for JSON.stringify: the declaration's fields in their order, its children (empty where
 * not expanded), the expanded relations, then what was selected. Moments are ISO 8601 in UTC with milliseconds, decimals
 * numbers with every digit kept.
 */
export function toWire(row: RecordRow, options: WireOptions = {}): Record<string, unknown> {
  const declaration = declarationOf(row.model);
  const wire: Record<string, unknown> = {};
  for (const field of wireFields(declaration)) {
    if (isShown(field, declaration, options)) wire[field.name] = wireValue(field, row.fields[field.column]);
  }
  for (const [name, child] of Object.entries(declaration.children)) {
    wire[name] = (row.children[name] ?? []).map((one) => childWire(child, one));
  }
  for (const name of Object.keys(declaration.relations)) {
    const related = row.relations[name];
    // What was selected is of the record itself, not of what it refers to.
    if (related !== undefined) wire[name] = relatedWire(related, { includeDeleted: options.includeDeleted });
  }
  for (const name of options.select ?? []) wire[name] = row.fields[name] ?? null;
  return wire;
}

const isShown = (field: AnyFieldInfo, declaration: ModelDeclaration, options: WireOptions) =>
  field.name !== 'rootfi_deleted_at' || declaration.showsDeletedAt === 'always' || options.includeDeleted === true;

const relatedWire = (related: RecordRow | RecordRow[] | null, options: WireOptions) =>
  Array.isArray(related) ? related.map((one) => toWire(one, options)) : related && toWire(related, options);

function childWire(child: ChildDeclaration, row: ChildRow): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  for (const field of wireFields(child)) wire[field.name] = wireValue(field, row[field.column]);
  return wire;
}

function wireValue(field: AnyFieldInfo, value: FieldValue): unknown {
  if (value === null || value === undefined) return null;
  if (field.kind === 'json') return jsonWire(field.shape, value);
  if (value instanceof Date) return momentText(value);
  if (field.asPlural) return pluralOf(String(value));
  if (field.kind !== 'decimal') return value;
  const text = plainDecimal(String(value));
  return field.asText ? text : exactNumber(text);
}

/** A stored JSON value with its properties in the order of their declaration, which the database does not keep. */
function jsonWire(shape: JsonShape, value: unknown): unknown {
  switch (shape.kind) {
    case 'texts':
      return value;
    case 'object':
      return partsWire(shape.parts, value);
    case 'list':
      return (value as unknown[]).map((one) => partsWire(shape.parts, one));
  }
}

function partsWire(parts: JsonParts, value: unknown): Record<string, unknown> {
  const stored = value as Record<string, unknown>;
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, partWire(part, stored[name])]));
}

const partWire = (part: JsonPart, value: unknown) =>
  part === 'decimal' && typeof value === 'string' ? exactNumber(plainDecimal(value)) : (value ?? null);

const momentTexts = new Map<number, string>();

/** ISO 8601 in UTC. Records that were stored together share their moments, and writing one out is slow. */
function momentText(moment: Date): string {
  const ms = moment.getTime();
  const known = momentTexts.get(ms);
  if (known) return known;
  if (momentTexts.size >= 1000) momentTexts.clear();
  const text = moment.toISOString();
  momentTexts.set(ms, text);
  return text;
}

/** The plural word for a model, where the wire names one: `CONTACTS`. */
const pluralOf = (model: string) =>
  Object.values(recordModels)
    .find((one) => one.model === model)
    ?.path.toUpperCase() ?? model;

/** A decimal without the zeros at its end that the platform happened to write. */
const plainDecimal = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

// Not yet in the types of the standard library.
const { rawJSON } = JSON as unknown as { rawJSON?: (text: string) => unknown };

/** A decimal as a number; one with more digits than a number holds becomes JSON text, which keeps them all. */
export function exactNumber(text: string): unknown {
  const value = Number(text);
  return text.length > 15 && String(value) !== text && rawJSON ? rawJSON(text) : value;
}
