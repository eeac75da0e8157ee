import { type Issue, invalid } from '../../errors.ts';

const texts = ['eq', 'not_eq', 'contains', 'not_contain'] as const;
const orders = ['eq', 'not_eq', 'gt', 'gt_eq', 'lt', 'lt_eq'] as const;
const identities = ['eq', 'not_eq'] as const;

/** What can be asked of each kind of field. */
export const operatorsOf = {
  text: texts,
  tags: texts,
  date: orders,
  number: orders,
  id: identities,
  status: identities,
  search: ['eq'],
} as const;

export type FilterKind = keyof typeof operatorsOf;
export type FilterOperator = (typeof operatorsOf)[FilterKind][number];

/** The fields that a list of companies filters by. */
export const companyFilterFields = {
  id: 'id',
  name: 'text',
  companyCode: 'text',
  billingName: 'text',
  vat: 'text',
  defaultCurrency: 'text',
  defaultSubsidiaryId: 'id',
  defaultTaxRateId: 'id',
  projectId: 'id',
  status: 'status',
  tags: 'tags',
  createdAt: 'date',
  archivedAt: 'date',
  lastActivityAt: 'date',
  dueDays: 'number',
  query: 'search',
} as const satisfies Record<string, FilterKind>;
export type CompanyFilterField = keyof typeof companyFilterFields;

/**
 * One field compared with values, or several of these. `eq` and `contains` hold for any of the values, `not_eq` and
 * `not_contain` for whatever they do not hold for, an empty field too. Null stands for an empty field.
 */
export type CompanyFilter = CompanyCondition | { all: readonly CompanyFilter[] } | { any: readonly CompanyFilter[] };

export interface CompanyCondition {
  field: CompanyFilterField;
  op: FilterOperator;
  values: readonly (string | null)[];
}

export const maxFilterDepth = 4;
const maxConditions = 100;
const maxValues = 1000;

/**
 * Checks a filter before it becomes SQL. Throws invalid: by the field for a value or operator that it can't take, by
 * `filter` for one that is too deep or too large.
 */
export function checkFilter(filter: CompanyFilter): void {
  const issues: Issue[] = [];
  let conditions = 0;
  const look = (part: CompanyFilter, depth: number): void => {
    if ('field' in part) {
      conditions += 1;
      const message = conditionProblem(part);
      if (message) issues.push({ path: part.field, message });
      return;
    }
    if (depth > maxFilterDepth) throw invalid({ path: 'filter', message: `has more than ${maxFilterDepth} levels` });
    for (const inner of 'all' in part ? part.all : part.any) look(inner, depth + 1);
  };
  look(filter, 1);
  if (conditions > maxConditions) issues.push({ path: 'filter', message: `has more than ${maxConditions} conditions` });
  if (issues.length > 0) throw invalid(issues);
}

/** What is wrong with a condition, which can't be told by its type; null when it can be asked. */
export function conditionProblem({ field, op, values }: CompanyCondition): string | null {
  const kind: FilterKind = companyFilterFields[field];
  if (!(operatorsOf[kind] as readonly string[]).includes(op)) {
    return `can't be compared with ${op}, only with ${operatorsOf[kind].join(', ')}`;
  }
  if (values.length === 0) return 'must have a value';
  if (values.length > maxValues) return `must have at most ${maxValues} values`;
  return values.every((value) => value === null || isValue(kind, value)) ? null : wrong[kind];
}

const wrong: Record<FilterKind, string> = {
  text: 'is not text',
  tags: 'is not text',
  search: 'is not text',
  date: 'is not a date',
  number: 'is not a whole number',
  id: 'is not an id',
  status: 'is neither 1 (active) nor 2 (archived)',
};

function isValue(kind: FilterKind, value: string): boolean {
  switch (kind) {
    case 'text':
    case 'tags':
    case 'search':
      return !value.includes('\0') && value.length <= 1000;
    case 'date':
      return isDay(value);
    case 'number':
      return /^-?\d{1,15}$/.test(value);
    case 'id':
      return /^\d{1,18}$/.test(value);
    case 'status':
      return value === '1' || value === '2';
  }
}

/** A calendar day, or a moment with its zone, which stands for the day it lies in. */
function isDay(value: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(value);
  if (!match?.[1] || match[1] < '0001') return false;
  const day = new Date(`${match[1]}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(match[1])) return false;
  return !match[2] || !Number.isNaN(new Date(value).getTime());
}
