import {
  type CompanyCondition,
  type CompanyFilter,
  type CompanyFilterField,
  companyFilterFields,
  conditionProblem,
  type FilterOperator,
  operatorsOf,
} from '../../domain/companies/company-filter.ts';
import type { NestedValue } from '../../http/query.ts';
import { unsupported } from './errors.ts';
import type { Tell } from './tell.ts';

/** What a list can be filtered by, and which field of a company each asks for. */
export const filterNames = {
  id: 'id',
  company_id: 'id',
  name: 'name',
  company_code: 'companyCode',
  billing_name: 'billingName',
  default_currency: 'defaultCurrency',
  default_subsidiary_id: 'defaultSubsidiaryId',
  subsidiary_id: 'defaultSubsidiaryId',
  default_tax_rate_id: 'defaultTaxRateId',
  project_id: 'projectId',
  vat: 'vat',
  status: 'status',
  tags: 'tags',
  created_at: 'createdAt',
  archived_at: 'archivedAt',
  last_activity_at: 'lastActivityAt',
  due_days: 'dueDays',
  payment_terms: 'dueDays',
  query: 'query',
} as const satisfies Record<string, CompanyFilterField>;

/** Texts of people may have a comma; it parts the values of everything else that stands without `[]`. */
const withCommas = new Set<CompanyFilterField>(['name', 'billingName', 'vat', 'query']);
/** Of these nothing is empty. */
const neverEmpty = new Set<CompanyFilterField>(['status', 'query']);

type Group = Exclude<NestedValue, string | string[]>;

const isGroup = (value: NestedValue): value is Group => typeof value === 'object' && !Array.isArray(value);
const isPlace = (key: string) => /^\d+$/.test(key);

/** The filter of a list, from the parameters below `filter`. Tells every problem by the parameter's name. */
export function readFilter(given: NestedValue, tell: Tell): CompanyFilter | undefined {
  if (isGroup(given)) return readGroup(given, 'filter', tell);
  tell('filter', 'must name a field, as filter[name]=…');
  return undefined;
}

function readGroup(group: Group, at: string, tell: Tell): CompanyFilter {
  const isAny = readWord(group.$op, `${at}[$op]`, tell) === 'or';
  const parts = Object.entries(group).flatMap(([key, value]): CompanyFilter[] => {
    if (key === '$op') return [];
    if (isPlace(key)) return readMember(value, `${at}[${key}]`, tell);
    const conditions = readField(key, value, `${at}[${key}]`, tell);
    return isAny && conditions.length > 1 ? [{ all: conditions }] : conditions;
  });
  return isAny ? { any: parts } : { all: parts };
}

function readWord(given: NestedValue | undefined, at: string, tell: Tell): 'and' | 'or' {
  if (given === 'and' || given === 'or') return given;
  if (given !== undefined) tell(at, 'must be and or or');
  return 'and';
}

/** `filter[0]`: a group of its own, or one condition, which is none. */
function readMember(value: NestedValue, at: string, tell: Tell): CompanyFilter[] {
  if (!isGroup(value)) {
    tell(at, 'must name a field, as filter[0][name]=…');
    return [];
  }
  const group = readGroup(value, at, tell);
  const isPlain = !Object.keys(value).some((key) => key === '$op' || isPlace(key));
  return isPlain && 'all' in group && group.all.length === 1 ? [...group.all] : [group];
}

function readField(name: string, value: NestedValue, at: string, tell: Tell): CompanyCondition[] {
  if (!Object.hasOwn(filterNames, name)) {
    tell(at, `The filter "${name}" is not supported`, unsupported.filter);
    return [];
  }
  const field = filterNames[name as keyof typeof filterNames];
  if (!isGroup(value)) return checked({ field, op: 'eq', values: readValues(field, value) }, at, tell);
  return Object.entries(value).flatMap(([op, operand]) => {
    if (isGroup(operand) || !takes(field, op)) {
      tell(`${at}[${op}]`, `The filter "${name}" does not support the operator "${op}"`, unsupported.filter);
      return [];
    }
    return checked({ field, op, values: readValues(field, operand) }, `${at}[${op}]`, tell);
  });
}

const takes = (field: CompanyFilterField, op: string): op is FilterOperator =>
  (operatorsOf[companyFilterFields[field]] as readonly string[]).includes(op);

function checked(condition: CompanyCondition, at: string, tell: Tell): CompanyCondition[] {
  const problem = conditionProblem(condition);
  if (problem) tell(at, problem);
  return problem ? [] : [condition];
}

/** A value that is given empty asks for companies in which the field is. */
function readValues(field: CompanyFilterField, given: string | string[]): (string | null)[] {
  const values = typeof given === 'string' && !withCommas.has(field) ? parted(given) : [given].flat();
  return neverEmpty.has(field) ? values : values.map((value) => (value === '' ? null : value));
}

const parted = (list: string): string[] => {
  const parts = list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 0 ? parts : [''];
};
