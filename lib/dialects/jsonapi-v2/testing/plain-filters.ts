import fc from 'fast-check';
import { nameKey } from '../../../domain/companies/name-key.ts';
import { currencyCodes, tagWords, type VariedCompany, words } from '../../../domain/companies/testing/varied.ts';

/** A condition as a caller writes it; an empty value asks for an empty field. */
export interface WireCondition {
  name: string;
  op: string;
  values: string[];
}
export interface WireGroup {
  word: 'and' | 'or';
  parts: WireFilter[];
}
export type WireFilter = WireCondition | WireGroup;

const texts = ['eq', 'not_eq', 'contains', 'not_contain'];
const orders = ['eq', 'not_eq', 'gt', 'gt_eq', 'lt', 'lt_eq'];
const identities = ['eq', 'not_eq'];
const days = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-04-01'];

/** What each filter can be asked, and how one value of it is compared in plain SQL, without an index in mind. */
interface Plain {
  ops: string[];
  values: string[];
  column: string;
  compare(op: string, value: string): string;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const signs: Record<string, string> = { eq: '=', gt: '>', gt_eq: '>=', lt: '<', lt_eq: '<=' };

const text = (column: string, values: string[]): Plain => ({
  ops: texts,
  values,
  column,
  compare: (op, value) =>
    op === 'eq' ? `${column} = ${quoted(value)}` : `strpos(lower(${column}), lower(${quoted(value)})) > 0`,
});
const id = (column: string, ids: number[]): Plain => ({
  ops: identities,
  values: [...new Set(ids)].map(String),
  column,
  compare: (_op, value) => `${column} = ${value}`,
});
const date = (column: string): Plain => ({
  ops: orders,
  values: days,
  column,
  compare: (op, value) => `(${column} at time zone 'Europe/Berlin')::date ${signs[op]} ${quoted(value)}::date`,
});
const number = (column: string): Plain => ({
  ops: orders,
  values: ['0', '2', '5', '77'],
  column,
  compare: (op, value) => `${column} ${signs[op]} ${value}`,
});

/** Every filter, for a generated set of companies. */
export function plainFilters(all: readonly VariedCompany[]): Record<string, Plain> {
  const ids = all.slice(0, 9).map((one) => one.id);
  const subsidiaries = all.flatMap((one) => one.defaultSubsidiaryId ?? []);
  return {
    id: id('id', ids),
    company_id: id('id', ids),
    name: {
      ...text('name', [...words, 'caf', 'BÄCKER', '_', all[0]?.name ?? '']),
      compare: (op, value) =>
        op === 'eq' ? `name = ${quoted(value)}` : `strpos(name_key, ${quoted(nameKey(value))}) > 0`,
    },
    company_code: text('company_code', ['c1', '_', all[3]?.companyCode ?? '']),
    billing_name: text('billing_name', [...words, 'bäck', '\\']),
    vat: text('vat', ['DE1', 'de', '1', '100%']),
    default_currency: text('default_currency', [...currencyCodes, 'u', 'XXX']),
    default_subsidiary_id: id('default_subsidiary_id', subsidiaries),
    subsidiary_id: id('default_subsidiary_id', subsidiaries),
    default_tax_rate_id: id('default_tax_rate_id', [1, 2]),
    project_id: {
      ...id('(select 1 from projects p where p.company_id = c.id)', all.flatMap((one) => one.projectIds).slice(0, 9)),
      compare: (_op, value) => `exists (select from projects p where p.company_id = c.id and p.id = ${value})`,
    },
    status: {
      ops: identities,
      values: ['1', '2'],
      column: 'id',
      compare: (_op, value) => `archived_at is ${value === '1' ? '' : 'not'} null`,
    },
    tags: {
      ops: texts,
      values: [...tagWords, 'partner', 'p', 'KEY'],
      column: 'nullif(tag_keys, array[]::text[])',
      compare: (op, value) => {
        const key = quoted(nameKey(value));
        return `exists (select from unnest(tag_keys) t where ${op === 'eq' ? `t = ${key}` : `strpos(t, ${key}) > 0`})`;
      },
    },
    created_at: date('created_at'),
    archived_at: date('archived_at'),
    last_activity_at: date('last_activity_at'),
    due_days: number('due_days'),
    payment_terms: number('due_days'),
    query: {
      ops: ['eq'],
      values: [...words, 'de1', 'c1', String(all[5]?.id)],
      column: 'id',
      compare: (_op, value) => {
        const parts = ['company_code', 'billing_name', 'vat'].map((column) =>
          text(column, []).compare('contains', value),
        );
        const inName = `strpos(name_key, ${quoted(nameKey(value))}) > 0`;
        return [inName, `id::text = ${quoted(value)}`, ...parts].join(' or ');
      },
    },
  };
}

/** Filters of every kind, nested to depth 4. */
export function wireFilters(plain: Record<string, Plain>): fc.Arbitrary<WireFilter> {
  const condition = fc.constantFrom(...Object.keys(plain)).chain((name): fc.Arbitrary<WireCondition> => {
    const { ops, values } = plain[name] as Plain;
    const isNeverEmpty = name === 'status' || name === 'query';
    return fc.record({
      name: fc.constant(name),
      op: fc.constantFrom(...ops),
      values: fc.uniqueArray(fc.constantFrom(...values, ...(isNeverEmpty ? [] : [''])), { minLength: 1, maxLength: 3 }),
    });
  });
  return fc.letrec<{ filter: WireFilter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      condition,
      fc.record({
        word: fc.constantFrom('and' as const, 'or' as const),
        parts: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  })).filter;
}

/** The filter as a condition of plain SQL on `companies c`. */
export function plainSql(plain: Record<string, Plain>, filter: WireFilter): string {
  if ('parts' in filter) return `(${filter.parts.map((part) => plainSql(plain, part)).join(` ${filter.word} `)})`;
  const { column, compare } = plain[filter.name] as Plain;
  const op = { not_eq: 'eq', not_contain: 'contains' }[filter.op];
  const any = filter.values.map((value) => (value === '' ? `${column} is null` : compare(op ?? filter.op, value)));
  const holds = `coalesce((${any.join(' or ')}), false)`;
  return op ? `not ${holds}` : holds;
}

/** The filter as parameters of an address. */
export function wireParameters(filter: WireFilter, at = 'filter'): [name: string, value: string][] {
  if ('parts' in filter) {
    const inner = filter.parts.flatMap((part, place) => wireParameters(part, `${at}[${place}]`));
    return [[`${at}[$op]`, filter.word], ...inner];
  }
  const { name, op, values } = filter;
  const [only] = values;
  if (values.length === 1 && op === 'eq' && only !== undefined) return [[`${at}[${name}]`, only]];
  return values.map((value) => [`${at}[${name}][${op}][]`, value]);
}
