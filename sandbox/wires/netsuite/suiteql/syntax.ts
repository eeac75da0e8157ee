/** What can stand for a value. A function takes such values. */
export type Expression =
  | { kind: 'column'; table: string | null; name: string }
  | { kind: 'literal'; value: string | number }
  | { kind: 'call'; name: 'TO_CHAR' | 'TO_DATE'; value: Expression; format: string };

export type Operator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Condition =
  | { kind: 'and'; parts: Condition[] }
  | { kind: 'or'; parts: Condition[] }
  | { kind: 'not'; condition: Condition }
  | { kind: 'compare'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'in'; left: Expression; values: Expression[] }
  | { kind: 'in-query'; left: Expression; query: Query }
  | { kind: 'is-null'; value: Expression; isNull: boolean };

export interface TableUse {
  table: string;
  alias: string;
}

export interface Join extends TableUse {
  isOuter: boolean;
  on: Condition;
}

/** A SELECT as it was written, before any table or column of it is looked up. */
export interface Query {
  select: { value: Expression; name: string }[];
  from: TableUse;
  joins: Join[];
  where: Condition | null;
  order: { value: Expression; isDescending: boolean }[];
}

/** Bad SQL, in the vendor's tone; the endpoint says it as `INVALID_PARAMETER`. */
export class SuiteqlError extends Error {}
