import { z } from 'zod';
import {
  type CompanyFilterField,
  companyFilterFields,
  type FilterKind,
  operatorsOf,
} from '../../domain/companies/company-filter.ts';
import { named } from '../../http/shapes.ts';
import { filterNames } from './filters.ts';
import { includes, maxPageSize, sortNames, usualPageSize } from './names.ts';

const list = (value: z.ZodType) => z.union([value, z.array(value)]);

/** How a kind of field is filtered: `filter[name]=a`, or with an operator `filter[name][not_eq]=a`. */
function filterOf(kind: FilterKind): z.ZodType {
  const value = kind === 'date' ? z.iso.date() : z.string();
  const operators = operatorsOf[kind].map((op) => [op, list(value)] as const);
  return z.union([value, z.array(value), z.object(Object.fromEntries(operators)).partial()]);
}

const filters: Record<FilterKind, z.ZodType> = {
  text: named('TextFilter', filterOf('text')),
  tags: named('TagsFilter', filterOf('tags')),
  date: named('DateFilter', filterOf('date')),
  number: named('NumberFilter', filterOf('number')),
  id: named('IdFilter', filterOf('id')),
  status: named('StatusFilter', filterOf('status').describe('1 is active, 2 archived; without it both.')),
  search: named(
    'SearchFilter',
    z.string().describe('Part of the name, code, billing name or tax ID, or the whole id.'),
  ),
};

const filterText =
  'One field: `filter[name]=Acme`, or with an operator: `filter[created_at][gt_eq]=2026-01-31`. Several values are a ' +
  'list, `filter[id][]=1&filter[id][]=2`; of all but names, tax IDs and `query` also `filter[id]=1,2`. Several fields ' +
  'are all asked for, or any of them with `filter[$op]=or`; groups nest to depth 4 by number, ' +
  '`filter[$op]=or&filter[0][name][contains]=acme&filter[1][tags]=partner`. An empty value asks for companies in which ' +
  'the field is empty. Days begin and end in the time zone of the organization.';

const sortWords = Object.keys(sortNames).flatMap((name) => [name, `-${name}`]);

const include = z.array(z.enum(includes)).optional().describe('Resources to show with it, a comma list.');

/** The parameters of the list of companies. */
export const listParameters = z.object({
  filter: named('CompanyFilter', z.object(kindsOf(filterNames)).partial())
    .optional()
    .describe(filterText),
  sort: z.array(z.enum(sortWords)).optional().describe('A comma list, `-id` by default.'),
  page: z
    .object({
      number: z.int().min(1).default(1),
      size: z.int().min(1).max(maxPageSize).default(usualPageSize),
    })
    .optional(),
  include,
});

/** The parameters of a single company. */
export const resourceParameters = z.object({ include });

function kindsOf(names: Record<string, CompanyFilterField>): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(names).map(([name, field]) => [name, filters[companyFilterFields[field]]]));
}
