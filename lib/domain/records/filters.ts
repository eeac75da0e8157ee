import { type Issue, invalid } from '../../errors.ts';
import { arrayLiteral } from './array-literal.ts';
import type { ModelDeclaration } from './declaration.ts';
import { type FieldInfo, type FilterOp, filterOps, scalarFields } from './fields.ts';
import { parseBoolean, parseFieldValue } from './filter-value.ts';
import { quoted, Statement } from './statement.ts';

/** One filter as the caller wrote it: `amount[gte]=5` is field `amount`, op `gte`, value `5`. */
export interface RecordFilter {
  field: string;
  op: string;
  value: string;
}

// The driver would take any text for a boolean parameter as false, so that one is sent as text.
const sqlTypes = {
  integer: 'bigint',
  decimal: 'numeric',
  moment: 'timestamptz',
  text: 'text',
  boolean: 'text::boolean',
};
const comparisons = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
/** The most values that `in` takes. */
const inLimit = 1000;

/** The Postgres type of a parameter that is compared with a field. */
export const parameterType = (field: FieldInfo): string => sqlTypes[field.kind];

/** Conditions for a list's filters. Throws `invalid` with every problem, each under `field[op]`. */
export function filterConditions(
  declaration: ModelDeclaration,
  filters: readonly RecordFilter[],
  statement: Statement,
): string[] {
  const issues: Issue[] = [];
  const conditions = filters.flatMap((filter) => {
    const found = condition(declaration, filter, statement);
    if (typeof found === 'string') return [found];
    issues.push(issueOf(filter, found.problem));
    return [];
  });
  if (issues.length > 0) throw invalid(issues);
  return conditions;
}

/** What is wrong with a list's filters: an unknown field or operator names the allowed ones. */
export function filterIssues(declaration: ModelDeclaration, filters: readonly RecordFilter[]): Issue[] {
  return filters.flatMap((filter) => {
    const found = condition(declaration, filter, new Statement());
    return typeof found === 'string' ? [] : [issueOf(filter, found.problem)];
  });
}

const issueOf = ({ field, op }: RecordFilter, message: string): Issue => ({ path: `${field}[${op}]`, message });

function condition(
  declaration: ModelDeclaration,
  filter: RecordFilter,
  statement: Statement,
): string | { problem: string } {
  const fields = scalarFields(declaration);
  const field = fields.find((one) => one.name === filter.field);
  if (!field)
    return { problem: `is not a known field; allowed fields are ${fields.map((one) => one.name).join(', ')}` };
  const op = filterOps.find((one) => one === filter.op);
  if (!op) return { problem: `is not a known operator; allowed operators are ${filterOps.join(', ')}` };
  return comparison(field, op, filter.value, statement);
}

function comparison(field: FieldInfo, op: FilterOp, text: string, statement: Statement): string | { problem: string } {
  const column = `r.${quoted(field.column)}`;
  const type = parameterType(field);
  if (op === 'null') {
    const wanted = parseBoolean(text);
    return 'problem' in wanted ? wanted : `${column} is ${wanted.value === 'true' ? '' : 'not '}null`;
  }
  if (op === 'contains') return `${asWritten(field, column)} ilike ${statement.bind(`%${likeEscaped(text)}%`, 'text')}`;
  if (op === 'in') return membership(field, column, text, statement);
  const parsed = parseFieldValue(field, text);
  if ('problem' in parsed) return parsed;
  // A record without the value is one that does not equal it.
  if (op === 'neq') return `${column} is distinct from ${statement.bind(parsed.value, type)}`;
  return `${column} ${comparisons[op]} ${statement.bind(parsed.value, type)}`;
}

function membership(
  field: FieldInfo,
  column: string,
  text: string,
  statement: Statement,
): string | { problem: string } {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length > inLimit) return { problem: `takes at most ${inLimit} values` };
  const values: string[] = [];
  for (const part of parts) {
    const parsed = parseFieldValue(field, part);
    if ('problem' in parsed) return { problem: `each value ${parsed.problem}` };
    values.push(parsed.value);
  }
  return `${column} = any(${statement.bind(arrayLiteral(values), `${parameterType(field)}[]`)})`;
}

/** A column as the text that the wire shows of it. */
function asWritten({ kind }: FieldInfo, column: string): string {
  switch (kind) {
    case 'text':
      return column;
    case 'decimal':
      return `trim_scale(${column})::text`;
    case 'moment':
      return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    default:
      return `${column}::text`;
  }
}

/** Text for LIKE in which its own wildcards mean themselves. */
export const likeEscaped = (text: string): string => text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&');
