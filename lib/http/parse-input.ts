import { z } from 'zod';
import { type Issue, invalid } from '../errors.ts';

/** What a place in the input is called in messages: a body has fields, a query parameters. */
export type InputKind = 'field' | 'parameter';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/** Parses with plain messages that follow the field's name. Throws `invalid` with every problem. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown, kind: InputKind): T {
  const parsed = schema.safeParse(value, { error: plainMessage });
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.flatMap((issue) => asIssues(issue, schema, value, kind)));
}

/** Problems of a value's type: of one that is missing they say less than that it is. */
const typeProblems = new Set(['invalid_type', 'invalid_value', 'invalid_union']);

function asIssues(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, kind: InputKind): Issue[] {
  const path = issue.path.map(String);
  // A union with words of its own has said what it takes.
  const meant = issue.code === 'invalid_union' && issue.message === noForm ? meantForm(issue) : null;
  if (meant) return meant.flatMap((one) => asIssues(one, schema, value, kind));
  if (issue.code !== 'unrecognized_keys') {
    const isMissing = path.length > 0 && typeProblems.has(issue.code) && valueAt(value, path) === undefined;
    const kind = issue.code === 'custom' ? issue.params?.kind : undefined;
    return [{ path: path.join('.'), message: isMissing ? 'is required' : issue.message, ...(kind && { kind }) }];
  }
  const allowed = allowedKeys(schema, path);
  const hint = allowed ? hintOf(allowed, kind) : '';
  return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: `is not a known ${kind}${hint}` }));
}

/**
 * What is wrong with a value that may have several forms, when it plainly has one of them: a list, say, and no object.
 * Paths are those of the whole input.
 */
function meantForm(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | null {
  const forms = issue.errors.filter((form) => !form.some((one) => one.path.length === 0 && typeProblems.has(one.code)));
  const [form] = forms;
  if (forms.length !== 1 || !form) return null;
  return form.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}

const hintOf = (allowed: string[], kind: InputKind) =>
  allowed.length > 0 ? `; allowed ${kind}s are ${allowed.join(', ')}` : `; no ${kind}s are allowed here`;

const noForm = 'has none of the allowed forms';

/** The messages of a schema's own `error` option go first; this speaks where there is none. */
function plainMessage(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeWords[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), 'at least', issue.inclusive !== false);
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), 'at most', issue.inclusive !== false);
    case 'invalid_format':
      return `must be ${formatWords[issue.format] ?? 'in the right format'}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_union':
      return noForm;
    default:
      return undefined;
  }
}

const typeWords: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a date',
  null: 'null',
};

const formatWords: Record<string, string> = {
  uuid: 'a uuid',
  guid: 'a uuid',
  datetime: 'an ISO 8601 date and time',
  date: 'an ISO 8601 date',
  url: 'an address',
  email: 'an e-mail address',
};

function bound(origin: string, limit: number, word: string, inclusive: boolean): string {
  if (origin === 'string' && word === 'at least' && limit === 1) return 'must not be empty';
  if (origin === 'string') return `must have ${word} ${limit} ${limit === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `must have ${word} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  if (inclusive) return `must be ${word} ${limit}`;
  return `must be ${word === 'at least' ? 'more' : 'less'} than ${limit}`;
}

/** The names an object at a path of the input may have; null where the schema does not say. */
function allowedKeys(schema: z.core.$ZodType, path: readonly string[]): string[] | null {
  let current = bare(schema);
  for (const key of path) {
    if (current instanceof z.ZodUnion) current = formWith(current, key);
    if (current instanceof z.ZodObject) current = bare(current.shape[key] ?? z.unknown());
    else if (current instanceof z.ZodArray) current = bare(current.element);
    else return null;
  }
  if (current instanceof z.ZodUnion) current = formWith(current, '');
  return current instanceof z.ZodObject ? Object.keys(current.shape) : null;
}

/** Of the forms that a value may have, the one in which a key is found: numbers in lists, words in objects. */
function formWith(union: z.ZodUnion, key: string): z.core.$ZodType {
  const form = /^\d+$/.test(key) ? z.ZodArray : z.ZodObject;
  return union.options.map(bare).find((one) => one instanceof form) ?? union;
}

/** A schema without what is wrapped around it. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodPipe) return bare(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault;
  return isWrapped ? bare(schema.unwrap()) : schema;
}
