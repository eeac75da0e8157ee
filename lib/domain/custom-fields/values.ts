import type { CustomFieldValue } from '../../../db/schema/company-profiles.ts';
import type { CustomFieldType } from '../../../db/schema/enums.ts';
import type { CustomFieldOption } from '../../../db/schema/reference-data.ts';
import type { Issue } from '../../errors.ts';

/** What a value is checked by. */
export interface FieldRule {
  id: number;
  type: CustomFieldType;
  options: readonly CustomFieldOption[];
  archivedAt: Date | null;
}

export type CustomFieldValues = Record<string, CustomFieldValue>;

/**
 * The values after a change: fields that are given are set, null clears one, others stay. A value that stands already is
 * taken as it is, also in an archived field. Problems are told by `customFields.<id>`.
 */
export function changedValues(
  rules: readonly FieldRule[],
  before: CustomFieldValues | null,
  given: Record<string, unknown>,
): { values: CustomFieldValues; issues: Issue[] } {
  const byId = new Map(rules.map((rule) => [String(rule.id), rule]));
  const values: CustomFieldValues = { ...before };
  const issues: Issue[] = [];
  for (const [id, value] of Object.entries(given)) {
    const problem = isSame(before?.[id], value) ? null : problemOf(byId.get(id), value);
    if (problem) issues.push({ path: `customFields.${id}`, message: problem });
    else if (value === null) delete values[id];
    else values[id] = value as CustomFieldValue;
  }
  return { values, issues };
}

const isSame = (before: CustomFieldValue | undefined, value: unknown): boolean =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(value);

function problemOf(rule: FieldRule | undefined, value: unknown): string | null {
  if (!rule) return 'is not a custom field';
  if (value === null) return null;
  if (rule.archivedAt) return 'belongs to a field that is archived';
  switch (rule.type) {
    case 'TEXT':
      return isText(value) ? null : 'must be text of at most 10000 characters';
    case 'NUMBER':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'must be a number';
    case 'DATE':
      return isDate(value) ? null : 'must be a date, such as 2026-11-26';
    case 'SELECT':
      return isOption(rule, value) ? null : 'must be the id of one of its options';
    case 'MULTI_SELECT':
      return isOptions(rule, value) ? null : "must be a list of its options' ids, each once";
  }
}

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 10_000 && !value.includes('\0') && value.isWellFormed();

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

const isOption = ({ options }: FieldRule, value: unknown): boolean => options.some(({ id }) => id === value);

const isOptions = (rule: FieldRule, value: unknown): boolean =>
  Array.isArray(value) && new Set(value).size === value.length && value.every((one) => isOption(rule, one));
