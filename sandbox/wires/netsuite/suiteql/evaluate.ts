import { columnOf, type Scope } from './scope.ts';
import type { Condition, Expression, Operator, Query } from './syntax.ts';
import { compare, toChar, toDate, type Value } from './values.ts';

/** A value for one row of each table. Throws SuiteqlError. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'call': {
      const inner = evaluate(expression.value, scope);
      return expression.name === 'TO_CHAR' ? toChar(inner, expression.format) : toDate(inner, expression.format);
    }
    case 'column': {
      const { alias, read } = columnOf(scope.names, expression);
      const row = scope.rows[alias];
      return row === null || row === undefined ? null : read(row);
    }
  }
}

/** Whether a condition holds; null where that is not known because a value is null. Throws SuiteqlError. */
export function holds(condition: Condition, scope: Scope, inner: (query: Query) => Value[]): boolean | null {
  switch (condition.kind) {
    case 'and':
      return every(condition.parts, scope, inner, false);
    case 'or':
      return every(condition.parts, scope, inner, true);
    case 'not': {
      const result = holds(condition.condition, scope, inner);
      return result === null ? null : !result;
    }
    case 'is-null':
      return (evaluate(condition.value, scope) === null) === condition.isNull;
    case 'compare': {
      const difference = compare(evaluate(condition.left, scope), evaluate(condition.right, scope));
      return difference === null ? null : fits[condition.operator](difference);
    }
    case 'in':
      return isAmong(
        evaluate(condition.left, scope),
        condition.values.map((value) => evaluate(value, scope)),
      );
    case 'in-query':
      return isAmong(evaluate(condition.left, scope), inner(condition.query));
  }
}

/** All parts of an AND, or whether there is one of an OR: `ends` is the result that settles it at once. */
function every(
  parts: readonly Condition[],
  scope: Scope,
  inner: (query: Query) => Value[],
  ends: boolean,
): boolean | null {
  let isKnown = true;
  for (const part of parts) {
    const result = holds(part, scope, inner);
    if (result === ends) return ends;
    isKnown &&= result !== null;
  }
  return isKnown ? !ends : null;
}

const isAmong = (value: Value, values: readonly Value[]): boolean | null =>
  value === null ? null : values.some((one) => compare(value, one) === 0);

const fits: Record<Operator, (difference: number) => boolean> = {
  '=': (difference) => difference === 0,
  '<>': (difference) => difference !== 0,
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};
