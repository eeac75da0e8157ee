import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import {
  type CompanyCondition,
  type CompanyFilter,
  type CompanyFilterField,
  companyFilterFields,
  type FilterOperator,
} from './company-filter.ts';
import { currencies } from './iso-codes.ts';
import { nameKey } from './name-key.ts';

export type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** What a filter needs to know beside itself. */
interface Asked {
  organisationId: number;
  /** Days begin and end in it. */
  timeZone: string;
}

/** The zone in which a filter's days begin and end; asked for only when it names days. */
export async function zoneOf(ctx: Context, filter: CompanyFilter): Promise<string> {
  if (!hasDates(filter)) return 'UTC';
  const [found] = await sqlClient()`select time_zone from organisations where id = ${ctx.organisationId}`;
  return String(found?.time_zone);
}

/** A checked filter as a condition on `companies c`. */
export const filterSql = (ctx: Context, filter: CompanyFilter, timeZone: string): Fragment =>
  partSql({ organisationId: ctx.organisationId, timeZone }, filter);

function hasDates(filter: CompanyFilter): boolean {
  if ('field' in filter) return companyFilterFields[filter.field] === 'date';
  return ('all' in filter ? filter.all : filter.any).some(hasDates);
}

function partSql(asked: Asked, filter: CompanyFilter): Fragment {
  const sql = sqlClient();
  if ('field' in filter) return conditionSql(asked, filter);
  const isAll = 'all' in filter;
  const parts = (isAll ? filter.all : filter.any).map((part) => partSql(asked, part));
  const [first, ...rest] = parts;
  if (!first) return sql`true`;
  return sql`(${rest.reduce((all, one) => (isAll ? sql`${all} and ${one}` : sql`${all} or ${one}`), first)})`;
}

const opposites: Partial<Record<FilterOperator, FilterOperator>> = { not_eq: 'eq', not_contain: 'contains' };

function conditionSql(asked: Asked, condition: CompanyCondition): Fragment {
  const sql = sqlClient();
  const opposite = opposites[condition.op];
  // Not `not`: an empty field compares as unknown, and is one of those that are not equal.
  if (opposite) return sql`(${conditionSql(asked, { ...condition, op: opposite })} is not true)`;
  const values = condition.values.filter((value) => value !== null);
  const matches = values.length > 0 ? [matchSql(asked, { ...condition, values })] : [];
  if (values.length < condition.values.length) matches.push(emptySql(condition.field));
  const [first, ...rest] = matches;
  return first ? sql`(${rest.reduce((all, one) => sql`${all} or ${one}`, first)})` : sql`false`;
}

const columns = {
  id: 'c.id',
  name: 'c.name',
  companyCode: 'c.company_code',
  billingName: 'c.billing_name',
  vat: 'c.vat',
  defaultCurrency: 'c.default_currency',
  defaultSubsidiaryId: 'c.default_subsidiary_id',
  defaultTaxRateId: 'c.default_tax_rate_id',
  createdAt: 'c.created_at',
  archivedAt: 'c.archived_at',
  lastActivityAt: 'c.last_activity_at',
  dueDays: 'c.due_days',
} as const;

function emptySql(field: CompanyFilterField): Fragment {
  const sql = sqlClient();
  if (field === 'tags') return sql`c.tag_keys = '{}'`;
  if (field === 'projectId') return sql`not exists (select from projects p where p.company_id = c.id)`;
  if (field === 'status' || field === 'query') return sql`false`;
  return sql`${sql(columns[field])} is null`;
}

type Match = Omit<CompanyCondition, 'values'> & { values: string[] };

function matchSql(asked: Asked, { field, op, values }: Match): Fragment {
  const sql = sqlClient();
  switch (field) {
    case 'status':
      return anyOf(
        values.map((value) => (value === '1' ? sql`c.archived_at is null` : sql`c.archived_at is not null`)),
      );
    case 'query':
      return anyOf(values.map(searchSql));
    case 'tags':
      return op === 'eq' ? sql`c.tag_keys && ${values.map(nameKey)}::text[]` : tagContains(values);
    case 'projectId':
      return sql`c.id in (
        select p.company_id from projects p
        where p.organisation_id = ${asked.organisationId} and p.id = any(${values}::bigint[]))`;
    case 'id':
    case 'defaultSubsidiaryId':
    case 'defaultTaxRateId':
      return sql`${sql(columns[field])} = any(${values}::bigint[])`;
    case 'dueDays':
      return anyOf(values.map((value) => sql`c.due_days ${comparison(op)} ${value}::bigint`));
    case 'createdAt':
    case 'archivedAt':
    case 'lastActivityAt':
      return anyOf(values.map((value) => daySql(asked, columns[field], op, value)));
    case 'name':
      if (op === 'contains')
        return likeAny(
          sql`c.name_key`,
          values.map((value) => sql`${like(nameKey(value))}`),
        );
      return sql`(c.name_key = any(${values.map(nameKey)}::text[]) and c.name = any(${values}::text[]))`;
    case 'defaultCurrency':
      if (op === 'eq') return sql`c.default_currency = any(${values}::text[])`;
      return sql`c.default_currency = any(${currenciesWith(values)}::text[])`;
    case 'companyCode':
    case 'billingName':
    case 'vat': {
      const column = sql(columns[field]);
      if (op === 'eq') return sql`${column} = any(${values}::text[])`;
      return likeAny(
        sql`lower(${column})`,
        values.map((value) => sql`lower(${like(value)})`),
      );
    }
  }
}

function anyOf(conditions: Fragment[]): Fragment {
  const sql = sqlClient();
  const [first, ...rest] = conditions;
  return first ? sql`(${rest.reduce((all, one) => sql`${all} or ${one}`, first)})` : sql`false`;
}

const likeAny = (column: Fragment, patterns: Fragment[]): Fragment =>
  anyOf(patterns.map((pattern) => sqlClient()`${column} like ${pattern}`));

/** A pattern for texts with this part in them, whatever characters it has. */
const like = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;

/** Free text: a part of the name, the code, the billing name or the tax identifier, or the whole id. */
function searchSql(given: string): Fragment {
  const sql = sqlClient();
  const text = given.trim();
  const pattern = like(text);
  const id = /^[1-9]\d{0,15}$/.test(text) ? sql`or c.id = ${Number(text)}` : sql``;
  return sql`(c.name_key like ${like(nameKey(text))} or lower(c.company_code) like lower(${pattern})
    or lower(c.billing_name) like lower(${pattern}) or lower(c.vat) like lower(${pattern}) ${id})`;
}

const tagContains = (values: string[]): Fragment =>
  anyOf(
    values.map(
      (value) => sqlClient()`exists (select from unnest(c.tag_keys) tag where tag like ${like(nameKey(value))})`,
    ),
  );

/** There are few currencies: the codes with a part in them are looked up, which an index can answer. */
const currenciesWith = (parts: string[]): string[] =>
  [...currencies].filter((code) => parts.some((part) => code.includes(part.toUpperCase())));

function comparison(op: FilterOperator): Fragment {
  const sql = sqlClient();
  switch (op) {
    case 'gt':
      return sql`>`;
    case 'gt_eq':
      return sql`>=`;
    case 'lt':
      return sql`<`;
    case 'lt_eq':
      return sql`<=`;
    default:
      return sql`=`;
  }
}

/** A moment against a calendar day of the organisation: both ends of the day, so that an index can answer. */
function daySql(asked: Asked, column: string, op: FilterOperator, value: string): Fragment {
  const sql = sqlClient();
  const day = value.includes('T')
    ? sql`(${value}::timestamptz at time zone ${asked.timeZone})::date`
    : sql`${value}::date`;
  const start = sql`((${day})::timestamp at time zone ${asked.timeZone})`;
  const end = sql`((${day} + 1)::timestamp at time zone ${asked.timeZone})`;
  switch (op) {
    case 'gt':
      return sql`${sql(column)} >= ${end}`;
    case 'gt_eq':
      return sql`${sql(column)} >= ${start}`;
    case 'lt':
      return sql`${sql(column)} < ${start}`;
    case 'lt_eq':
      return sql`${sql(column)} < ${end}`;
    default:
      return sql`(${sql(column)} >= ${start} and ${sql(column)} < ${end})`;
  }
}
