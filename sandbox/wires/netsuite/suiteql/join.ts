import { evaluate, holds } from './evaluate.ts';
import { type Column, columnOf, type Names, type Scope } from './scope.ts';
import { type Condition, type Join, SuiteqlError } from './syntax.ts';

/** Brings the rows of another table to those that are there; an outer join keeps those that have none. */
export function joinTable(scopes: readonly Scope[], join: Join, names: Names): Scope[] {
  const [own, other] = keyOf(join, names);
  const index = new Map<string, Scope[]>();
  const values = scopes.map((scope) => evaluate(other, scope));
  for (const alone of names.rowsOf(join, { column: own.name, values })) {
    const key = String(evaluate(own, alone));
    index.set(key, [...(index.get(key) ?? []), alone]);
  }
  return scopes.flatMap((scope) => {
    const candidates = index.get(String(evaluate(other, scope))) ?? [];
    const joined = candidates
      .map(({ rows }): Scope => ({ names, rows: { ...scope.rows, ...rows } }))
      .filter((one) => holds(join.on, one, () => []) === true);
    if (joined.length > 0 || !join.isOuter) return joined;
    return [{ names, rows: { ...scope.rows, [join.alias]: null } }];
  });
}

/** The columns that ON makes equal: one of the joined table and one of a table before it. */
function keyOf(join: Join, names: Names): [Column, Column] {
  const parts: Condition[] = join.on.kind === 'and' ? join.on.parts : [join.on];
  for (const part of parts) {
    if (part.kind !== 'compare' || part.operator !== '=') continue;
    if (part.left.kind !== 'column' || part.right.kind !== 'column') continue;
    const [left, right] = [columnOf(names, part.left).alias, columnOf(names, part.right).alias];
    if (left === join.alias && right !== join.alias) return [part.left, part.right];
    if (right === join.alias && left !== join.alias) return [part.right, part.left];
  }
  throw new SuiteqlError('A join needs a column of each table that are equal');
}
