import { evaluate, holds } from './evaluate.ts';
import { joinTable } from './join.ts';
import { parseQuery } from './parse.ts';
import { knownValues, type Scope, scopeOf, splitWhere, type Tables } from './scope.ts';
import type { Condition, Query } from './syntax.ts';
import { compare, displayed, type Value } from './values.ts';

/** Some rows of a result, and how many there are in all. */
export interface Result {
  rows: Record<string, string>[];
  total: number;
}

/** Carries out a query. Throws SuiteqlError. */
export function runQuery(sql: string, tables: Tables, page: { limit: number; offset: number }): Result {
  const query = parseQuery(sql);
  const scopes = select(query, tables);
  const rows = scopes.slice(page.offset, page.offset + page.limit).map((scope) => rowOf(query, scope));
  return { rows, total: scopes.length };
}

function select(query: Query, tables: Tables): Scope[] {
  const names = scopeOf(query, tables);
  const [early, late] = splitWhere(query);
  const passes = (scope: Scope, condition: Condition | null) =>
    condition === null || holds(condition, scope, (inner) => firstColumn(inner, tables)) === true;
  let scopes = names.rowsOf(query.from, knownValues(early, query.from.alias)).filter((scope) => passes(scope, early));
  for (const join of query.joins) scopes = joinTable(scopes, join, names);
  scopes = scopes.filter((scope) => passes(scope, late));
  return ordered(scopes, query.order);
}

/** What a query within another one brings: kept while the outer one runs. */
const innerResults = new WeakMap<Query, Value[]>();

function firstColumn(query: Query, tables: Tables): Value[] {
  const known = innerResults.get(query);
  if (known) return known;
  const column = query.select[0]?.value;
  const values = column ? select(query, tables).map((scope) => evaluate(column, scope)) : [];
  innerResults.set(query, values);
  return values;
}

function ordered(scopes: Scope[], order: Query['order']): Scope[] {
  if (order.length === 0) return scopes;
  const keyed = scopes.map((scope) => ({ scope, keys: order.map(({ value }) => evaluate(value, scope)) }));
  keyed.sort((a, b) => {
    for (const [index, { isDescending }] of order.entries()) {
      const difference = nullsLast(a.keys[index] ?? null, b.keys[index] ?? null);
      if (difference !== 0) return isDescending ? -difference : difference;
    }
    return 0;
  });
  return keyed.map(({ scope }) => scope);
}

/** As the vendor's database: nothing comes after all else, and first where the order is turned. */
const nullsLast = (a: Value, b: Value): number => compare(a, b) ?? (a === null ? (b === null ? 0 : 1) : -1);

/** Every value is a text, and what is null is left out. */
function rowOf(query: Query, scope: Scope): Record<string, string> {
  const row: Record<string, string> = {};
  for (const { value, name } of query.select) {
    const text = displayed(evaluate(value, scope));
    if (text !== null) row[name] = text;
  }
  return row;
}
