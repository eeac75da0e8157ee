import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import {
  type CompanyFilter,
  type CompanyFilterField,
  companyFilterFields,
  type FilterOperator,
  operatorsOf,
} from './company-filter.ts';
import { type CompanyOrder, companySortFields } from './company-page-sql.ts';
import { companyPage } from './company-pages.ts';
import { nameKey } from './name-key.ts';
import { currencyCodes, makeVaried, tagWords, type VariedCompany, words } from './testing/varied.ts';

await createTestDatabase();

let ctx: Context;
let all: VariedCompany[];
beforeAll(async () => {
  ({ ctx } = await makeOrganisation());
  const { ctx: others } = await makeOrganisation({ name: 'Others' });
  await makeVaried(others, { count: 30, seed: 1 });
  all = await makeVaried(ctx, { count: 250, seed: 2 });
});

const days = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-04-01'];
const valuesOf: Record<CompanyFilterField, () => string[]> = {
  id: () => all.slice(0, 9).map(({ id }) => String(id)),
  name: () => [...words, 'caf', 'BÄCKER', '_', '%', all[0]?.name ?? ''],
  companyCode: () => ['c1', 'C7', '_', all[3]?.companyCode ?? ''],
  billingName: () => [...words, 'bäck', '\\'],
  vat: () => ['DE1', 'de', '1', '100%'],
  defaultCurrency: () => [...currencyCodes, 'u', 'XXX'],
  defaultSubsidiaryId: () => [...new Set(all.flatMap((one) => one.defaultSubsidiaryId ?? []))].map(String),
  defaultTaxRateId: () => ['1'],
  projectId: () =>
    all
      .flatMap(({ projectIds }) => projectIds)
      .slice(0, 9)
      .map(String),
  status: () => ['1', '2'],
  tags: () => [...tagWords, 'partner', 'p', 'KEY'],
  createdAt: () => [...days, '2026-03-28T23:30:00Z'],
  archivedAt: () => days,
  lastActivityAt: () => days,
  dueDays: () => ['0', '2', '5', '99999999999'],
  query: () => [...words, 'de1', 'c1', String(all[5]?.id)],
};

type Condition = Extract<CompanyFilter, { field: CompanyFilterField }>;

const condition: fc.Arbitrary<Condition> = fc
  .constantFrom(...(Object.keys(companyFilterFields) as CompanyFilterField[]))
  .chain((field) =>
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom(...(operatorsOf[companyFilterFields[field]] as readonly FilterOperator[])),
      values: fc.array(fc.option(fc.constantFrom(...valuesOf[field]()), { freq: 6 }), { minLength: 1, maxLength: 3 }),
    }),
  );

const filters = (): fc.Arbitrary<CompanyFilter> => {
  const inner = fc.letrec<{ filter: CompanyFilter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, depthSize: 'medium' },
      condition,
      fc.array(tie('filter'), { maxLength: 3 }).map((parts) => ({ all: parts })),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((parts) => ({ any: parts })),
    ),
  }));
  return inner.filter;
};

/** The rule in plain words, beside the SQL. */
function holds(company: VariedCompany, filter: CompanyFilter): boolean {
  if ('all' in filter) return filter.all.every((part) => holds(company, part));
  if ('any' in filter) return filter.any.some((part) => holds(company, part));
  const { field, op, values } = filter;
  if (op === 'not_eq') return !holds(company, { field, op: 'eq', values });
  if (op === 'not_contain') return !holds(company, { field, op: 'contains', values });
  return values.some((value) => (value === null ? isEmpty(company, field) : compares(company, field, op, value)));
}

const shownIn = (company: VariedCompany): Record<CompanyFilterField, unknown[]> => ({
  id: [company.id],
  name: [company.name],
  companyCode: [company.companyCode],
  billingName: [company.billingName],
  vat: [company.vat],
  defaultCurrency: [company.defaultCurrency],
  defaultSubsidiaryId: [company.defaultSubsidiaryId],
  defaultTaxRateId: [null],
  projectId: company.projectIds,
  status: [company.archivedAt ? 2 : 1],
  tags: company.tags,
  createdAt: [company.createdDay],
  archivedAt: [company.archivedDay],
  lastActivityAt: [dayInBerlin(company.updatedAt)],
  dueDays: [company.dueDays],
  query: [company.name, company.companyCode, company.billingName, company.vat],
});

const dayInBerlin = (moment: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(moment);

const isEmpty = (company: VariedCompany, field: CompanyFilterField) =>
  field !== 'status' && field !== 'query' && shownIn(company)[field].every((one) => one === null);

function compares(company: VariedCompany, field: CompanyFilterField, op: FilterOperator, value: string): boolean {
  if (field === 'query' && value === String(company.id)) return true;
  const folds = field === 'name' || field === 'tags' ? nameKey : (text: string) => text.toLowerCase();
  return shownIn(company)[field].some((own) => {
    if (own === null) return false;
    const text = String(own);
    if (field === 'query')
      return text.toLowerCase().includes(value.toLowerCase()) || nameKey(company.name).includes(nameKey(value));
    if (op === 'contains') return folds(text).includes(folds(value));
    if (field === 'tags') return nameKey(text) === nameKey(value);
    const wanted = value.endsWith('Z') ? dayInBerlin(new Date(value)) : value;
    const order = typeof own === 'number' ? own - Number(wanted) : text < wanted ? -1 : text > wanted ? 1 : 0;
    return { eq: order === 0, gt: order > 0, gt_eq: order >= 0, lt: order < 0, lt_eq: order <= 0 }[op as 'eq'];
  });
}

const keyOf = {
  id: ({ id }) => id,
  name: ({ name }) => nameKey(name),
  companyCode: ({ companyCode }) => companyCode,
  createdAt: ({ createdAt }) => createdAt.getTime(),
  lastActivityAt: ({ updatedAt }) => updatedAt.getTime(),
} satisfies Record<CompanyOrder['field'], (company: VariedCompany) => number | string>;

function sorted(companies: VariedCompany[], order: CompanyOrder): VariedCompany[] {
  const key = keyOf[order.field] as (company: VariedCompany) => number | string;
  const rising = [...companies].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (typeof left === 'string' && typeof right === 'string')
      return Buffer.compare(Buffer.from(left), Buffer.from(right)) || a.id - b.id;
    return Number(left) - Number(right) || a.id - b.id;
  });
  return order.descending ? rising.reverse() : rising;
}

describe('a page of companies', () => {
  it('holds what a filter says, in the order of a sort, with the exact total, whichever page is asked for', async () => {
    const sort = fc.record({ field: fc.constantFrom(...companySortFields), descending: fc.boolean() });
    const asked = fc.record({
      filter: fc.option(filters()),
      sort,
      page: fc.integer({ min: 1, max: 12 }),
      size: fc.integer({ min: 1, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ filter, sort: order, page, size }) => {
        const expected = sorted(filter ? all.filter((one) => holds(one, filter)) : all, order);
        const { companies, total } = await companyPage(ctx, { filter: filter ?? undefined, sort: [order], page, size });
        expect(total).toBe(expected.length);
        const wanted = expected.slice((page - 1) * size, page * size);
        expect(companies.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('comes newest id first without a sort', async () => {
    const { companies } = await companyPage(ctx, { page: 2, size: 5 });
    expect(companies.map(({ id }) => id)).toEqual(all.slice(5, 10).map(({ id }) => id));
  });

  it('sorts by several keys', async () => {
    const sort = [
      { field: 'name', descending: false },
      { field: 'companyCode', descending: true },
    ] as const;
    const { companies } = await companyPage(ctx, { sort, page: 1, size: 250 });
    const keys = companies.map(({ name, companyCode }) => [nameKey(name), companyCode] as const);
    expect(keys).toEqual([...keys].sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? 1 : -1)));
  });

  it('holds only what is within reach', async () => {
    const reach = { kind: 'companies', companyIds: [all[1]?.id ?? 0, all[2]?.id ?? 0] } as const;
    const page = await companyPage({ ...ctx, reach }, { page: 1, size: 10 });
    expect([page.total, page.companies.map(({ id }) => id)]).toEqual([2, reach.companyIds]);
  });
});

describe('a filter that can not be read', () => {
  const nested = (levels: number): CompanyFilter =>
    levels === 0 ? { field: 'vat', op: 'eq', values: ['1'] } : { all: [nested(levels - 1)] };

  test.each<[CompanyFilter, string]>([
    [{ field: 'createdAt', op: 'contains', values: ['2026'] }, 'createdAt'],
    [{ field: 'createdAt', op: 'eq', values: ['2026-02-30'] }, 'createdAt'],
    [{ field: 'dueDays', op: 'gt', values: ['many'] }, 'dueDays'],
    [{ field: 'id', op: 'eq', values: ['x'] }, 'id'],
    [{ field: 'status', op: 'eq', values: ['3'] }, 'status'],
    [{ field: 'vat', op: 'eq', values: [] }, 'vat'],
    [{ field: 'vat', op: 'eq', values: ['a\0'] }, 'vat'],
    [{ field: 'vat', op: 'eq', values: Array.from({ length: 1001 }, () => 'x') }, 'vat'],
    [{ any: Array.from({ length: 101 }, () => ({ field: 'vat', op: 'eq', values: ['1'] }) as const) }, 'filter'],
    [nested(5), 'filter'],
  ])('is told by its field (case %#)', async (filter, path) => {
    const attempt = companyPage(ctx, { filter, page: 1, size: 10 });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid', details: { issues: [{ path }] } });
  });

  it('is one that has five levels, not four', async () => {
    await expect(companyPage(ctx, { filter: nested(4), page: 1, size: 1 })).resolves.toMatchObject({ total: 0 });
  });
});
