import type { JsonPart, JsonParts, JsonShape } from '../../../db/schema/records/json.ts';
import type { RecordColumn } from './columns.ts';
import { isMoment } from './moment.ts';

/** Digits before and after the point that Postgres's numeric is sure to take. */
const decimal = /^[+-]?(?:\d{1,300}(?:\.\d{0,300})?|\.\d{1,300})(?:[eE][+-]?\d{1,3})?$/;
/** A key longer than this does not fit into an index. */
const keyBytes = 1000;

export interface ColumnProblem {
  field: string;
  reason: string;
}

/**
 * What a column would not take of a mapped record, or null. One such value would otherwise fail the statement, and with
 * it the whole page.
 */
export function problemOf(
  columns: readonly RecordColumn[],
  values: Readonly<Record<string, unknown>>,
): ColumnProblem | null {
  for (const column of columns) {
    const value = values[column.name];
    if (value === null || value === undefined) continue;
    const reason = problemOfValue(column, value);
    if (reason) return { field: column.name, reason };
  }
  return null;
}

function problemOfValue(column: RecordColumn, value: unknown): string | null {
  switch (column.kind) {
    case 'text':
      if (typeof value !== 'string') return 'is not text';
      return column.indexed && isTooLong(value) ? `is longer than ${keyBytes} bytes` : null;
    case 'decimal':
      return isDecimal(value) ? null : 'is not a decimal number';
    case 'moment':
      return typeof value === 'string' && isMoment(value) ? null : 'is not an ISO 8601 moment';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'is neither true nor false';
    case 'integer':
      return Number.isSafeInteger(value) ? null : 'is not a whole number';
    case 'json':
      return column.shape ? problemOfShape(column.shape, value) : null;
  }
}

const isDecimal = (value: unknown) => typeof value === 'string' && decimal.test(value);

function problemOfShape(shape: JsonShape, value: unknown): string | null {
  if (shape.kind === 'object') return problemOfParts(shape.parts, value);
  if (!Array.isArray(value)) return 'is not a list';
  if (shape.kind === 'texts') return value.every((one) => typeof one === 'string') ? null : 'holds something but text';
  for (const one of value) {
    const problem = problemOfParts(shape.parts, one);
    if (problem) return problem;
  }
  return null;
}

function problemOfParts(parts: JsonParts, value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not an object';
  const given = value as Record<string, unknown>;
  const name = Object.keys(given).find((key) => !Object.hasOwn(parts, key));
  if (name !== undefined) return `has an unknown part ${name}`;
  for (const [part, kind] of Object.entries(parts)) {
    const held = given[part];
    if (held !== null && held !== undefined && !isPart(kind, held)) return `has a bad ${part}`;
  }
  return null;
}

const isPart = (kind: JsonPart, value: unknown) =>
  kind === 'decimal' ? isDecimal(value) : typeof value === (kind === 'text' ? 'string' : 'boolean');

/** UTF-8 needs at most three bytes for each unit of a JavaScript string. */
export const isTooLong = (text: string) => text.length * 3 > keyBytes && Buffer.byteLength(text) > keyBytes;
