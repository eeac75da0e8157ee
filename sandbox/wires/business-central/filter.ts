import { Refusal } from '../../http.ts';
import { Decimal } from './decimal.ts';
import { badRequest } from './odata-error.ts';
import type { WireRow } from './wire-row.ts';

/** A parsed `$filter`. */
export type Filter = (row: WireRow) => boolean;

/** A part of one, with the fields that it compares. */
interface Part {
  fits: Filter;
  fields: readonly string[];
}

type Literal = string | number | boolean | null;

const token = /\s*('(?:[^']|'')*'|[()]|[^\s()']+)/y;
const operators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
type Operator = (typeof operators)[number];

/**
 * Parses comparisons of a field with a literal, joined by `and`, `or` and parentheses; `or` between values of one field
 * alone. Throws Refusal 400 or 501 for anything else, as for a field that the type has not.
 */
export function parseFilter(text: string, hasField: (name: string) => boolean): Filter {
  const tokens = tokensOf(text);
  let at = 0;
  const next = () => tokens[at++] ?? fail(text);

  const either = (): Part => {
    let left = both();
    while (tokens[at] === 'or') {
      at++;
      const [first, second] = [left, both()];
      const fields = [...first.fields, ...second.fields];
      if (new Set(fields).size > 1) {
        throw new Refusal(501, 'BadRequest_MethodNotImplemented', 'An OR operator on distinct fields is not supported');
      }
      left = { fits: (row) => first.fits(row) || second.fits(row), fields };
    }
    return left;
  };
  const both = (): Part => {
    let left = one();
    while (tokens[at] === 'and') {
      at++;
      const [first, second] = [left, one()];
      const fields = [...first.fields, ...second.fields];
      left = { fits: (row) => first.fits(row) && second.fits(row), fields };
    }
    return left;
  };
  const one = (): Part => {
    const field = next();
    if (field === '(') {
      const inner = either();
      if (next() !== ')') fail(text);
      return inner;
    }
    if (!hasField(field)) throw badRequest(`Could not find a property named '${field}'`, 'BadRequest');
    const operator = operators.find((known) => known === tokens[at]) ?? fail(text);
    at++;
    return { fits: comparison(field, operator, literal(next(), text)), fields: [field] };
  };

  const { fits } = either();
  return at === tokens.length ? fits : fail(text);
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (token.lastIndex = 0; token.lastIndex < text.trimEnd().length; ) {
    const match = token.exec(text);
    if (!match?.[1]) return fail(text);
    tokens.push(match[1]);
  }
  return tokens;
}

function literal(written: string, text: string): Literal {
  if (written.startsWith("'")) return written.slice(1, -1).replaceAll("''", "'");
  if (written === 'true' || written === 'false') return written === 'true';
  if (written === 'null') return null;
  if (/^-?\d+(\.\d+)?$/.test(written)) return Number(written);
  if (/^\d{4}-\d\d-\d\d$/.test(written) || /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(written)) return written;
  if (/^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:\d\d)$/.test(written) && !Number.isNaN(Date.parse(written))) {
    return new Date(written).toISOString();
  }
  return fail(text);
}

function comparison(field: string, operator: Operator, literal: Literal): Filter {
  return (row) => {
    const value = row[field];
    const own = value instanceof Decimal ? Number(value.text) : (value as Literal);
    if (operator === 'eq') return own === literal;
    if (operator === 'ne') return own !== literal;
    if (own === null || literal === null || typeof own !== typeof literal) return false;
    if (operator === 'gt') return own > literal;
    if (operator === 'ge') return own >= literal;
    return operator === 'lt' ? own < literal : own <= literal;
  };
}

function fail(text: string): never {
  throw badRequest(`Bad Request - Error in query syntax: ${text.slice(0, 200)}`, 'BadRequest_NotFound');
}
