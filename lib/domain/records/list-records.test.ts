import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import {
  addTestCompany,
  canonicalRecord,
  makeTestCompany,
  startTestRun,
  type TestCompany,
} from '../../../db/testing/records.ts';
import { type Context, makeContext } from '../../context.ts';
import type { AppError } from '../../errors.ts';
import { countRecords, getRecord, type ListRecordsInput, listRecords, type RecordList } from './data.ts';
import { storePage } from './mutations.ts';
import { preparedRecord } from './record-hash.ts';
import type { Canonical } from './registry.ts';

await createTestDatabase();
const sql = sqlClient();
const now = new Date('2026-03-01T10:00:00.000Z');

type Fields = Partial<Canonical<'INVOICE_PAYMENT'>['fields']>;
type Ask = Omit<ListRecordsInput, 'companyId' | 'model'>;

const contextOf = ({ organisationId }: TestCompany): Context =>
  makeContext({
    organisationId,
    actor: { type: 'api-key', id: '1', label: 'key', readOnly: true },
    requestId: 'r',
    now,
    door: 'test',
  });

async function store(company: TestCompany, payments: [string, Fields][]) {
  const run = await startTestRun(sql, company, 'INVOICE_PAYMENT');
  const records = payments.map(([id, fields]) =>
    preparedRecord(canonicalRecord('INVOICE_PAYMENT', id, fields), { id, secret: 'raw' }),
  );
  await storePage({ ...run, model: 'INVOICE_PAYMENT', full: false, now, checkpoint: null, records, rejected: [] });
}

const inputOf = (company: TestCompany, ask: Ask) =>
  ({ companyId: company.companyId, model: 'INVOICE_PAYMENT', ...ask }) as const;
const list = (company: TestCompany, ask: Ask = {}) => listRecords(contextOf(company), inputOf(company, ask));
const idsOf = (page: RecordList) => page.records.map((row) => row.fields.platform_id);
const problem = async (work: Promise<unknown>) => {
  const error = (await work.then(
    () => expect.unreachable('it was taken'),
    (thrown: unknown) => thrown,
  )) as AppError;
  return [error.code, error.message];
};

let company: TestCompany;

beforeAll(async () => {
  company = await makeTestCompany(sql);
  await store(company, [
    ['a', { amount: '10', payment_date: '2026-01-03T00:00:00Z', memo: 'Rent 100%_x', currency_id: 'EUR' }],
    ['b', { amount: '2.50', payment_date: null, memo: 'rent', currency_id: 'USD' }],
    ['c', { amount: '10.00', payment_date: '2026-01-01T00:00:00Z', memo: null }],
    ['d', { amount: null, payment_date: null, memo: 'Fees' }],
    ['e', { amount: '-3', payment_date: '2026-01-03T00:00:00Z', memo: 'a,b' }],
    ['gone', { amount: '7' }],
  ]);
  await sql`
    update record_invoice_payments set rootfi_deleted_at = ${now}
    where company_id = ${company.companyId} and platform_id = 'gone'`;
});

describe('a list', () => {
  test('is in the order of rootfi_id, without deleted records, raw data and hash unless asked for', async () => {
    const { records, next, prev, totalCount } = await list(company);
    expect(records.map((row) => row.fields.platform_id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect([next, prev, totalCount]).toEqual([null, null, undefined]);
    expect(records[0]?.fields).toMatchObject({
      company_id: company.companyId,
      amount: '10',
      payment_date: new Date('2026-01-03T00:00:00Z'),
    });
    expect(records[0]?.fields).not.toHaveProperty('raw_data');
    expect(records[0]?.fields).not.toHaveProperty('data_hash');
    const full = await list(company, { includeDeleted: true, select: ['raw_data', 'data_hash'], returnCount: true });
    expect(idsOf(full)).toEqual(['a', 'b', 'c', 'd', 'e', 'gone']);
    expect(full.totalCount).toBe(6);
    expect(full.records[0]?.fields).toMatchObject({ raw_data: { id: 'a', secret: 'raw' } });
    expect(full.records[0]?.fields.data_hash).toMatch(/^[0-9a-f]{40}$/);
  });

  const orders: [string, Ask['sort'], string][] = [
    ['its default order', undefined, 'abcde'],
    ['rootfi_id downwards', { field: 'rootfi_id', direction: 'DESC' }, 'edcba'],
    ['a date upwards, nulls last', { field: 'payment_date', direction: 'ASC' }, 'caebd'],
    ['a date downwards, nulls first', { field: 'payment_date', direction: 'desc' }, 'dbeac'],
    ['an amount upwards', { field: 'amount', direction: 'ASC' }, 'ebacd'],
    ['an amount downwards', { field: 'amount', direction: 'DESC' }, 'dcabe'],
    ['a moment that all share', { field: 'rootfi_updated_at', direction: 'DESC' }, 'edcba'],
  ];
  test.each(orders)('is walked page by page in %s, forwards and back', async (_name, sort, expected) => {
    for (const limit of [1, 2, 3, 4, 5]) {
      const pages: string[] = [];
      const backwards: string[] = [];
      let page = await list(company, { sort, limit });
      expect(page.prev).toBeNull();
      for (;;) {
        pages.push(idsOf(page).join(''));
        if (!page.next) break;
        page = await list(company, { sort, limit, next: page.next });
      }
      expect(pages.join('')).toBe(expected);
      for (;;) {
        backwards.unshift(idsOf(page).join(''));
        if (!page.prev) break;
        page = await list(company, { sort, limit, prev: page.prev });
        expect(page.next).not.toBeNull();
      }
      expect(backwards.join('')).toBe(expected);
    }
  });

  test('moves no row between pages while rows come and go', async () => {
    const moving = await makeTestCompany(sql);
    const amount = (id: string): [string, Fields] => [id, { amount: id }];
    await store(moving, ['10', '20', '30', '40', '50', '60'].map(amount));
    const sort = { field: 'amount', direction: 'ASC' };
    const first = await list(moving, { sort, limit: 2 });
    await store(moving, [amount('5'), amount('15'), amount('35')]);
    await sql`
      update record_invoice_payments set rootfi_deleted_at = ${now}
      where company_id = ${moving.companyId} and platform_id in ('20', '40')`;
    const second = await list(moving, { sort, limit: 3, next: first.next ?? '' });
    expect(second.records.map((row) => row.fields.amount)).toEqual(['30', '35', '50']);
    const back = await list(moving, { sort, limit: 9, prev: second.prev ?? '' });
    expect(back.records.map((row) => row.fields.amount)).toEqual(['5', '10', '15']);
    expect(back.prev).toBeNull();
  });

  test('that ran empty behind a cursor still leads back', async () => {
    const emptied = await makeTestCompany(sql);
    await store(emptied, [
      ['a', {}],
      ['b', {}],
    ]);
    const first = await list(emptied, { limit: 1 });
    await sql`
      update record_invoice_payments set rootfi_deleted_at = ${now}
      where company_id = ${emptied.companyId} and platform_id = 'b'`;
    const second = await list(emptied, { limit: 1, next: first.next ?? '' });
    expect(second).toMatchObject({ records: [], next: null });
    const back = await list(emptied, { limit: 1, prev: second.prev ?? '' });
    expect(idsOf(back)).toEqual(['a']);
  });
});

describe('filters', () => {
  const matches: [string, string, string, string][] = [
    ['amount', 'eq', '10', 'ac'],
    ['amount', 'neq', '10.0', 'bde'],
    ['amount', 'gt', '2.5', 'ac'],
    ['amount', 'gte', '2.5', 'abc'],
    ['amount', 'lt', '2.5', 'e'],
    ['amount', 'lte', '+2.5', 'be'],
    ['amount', 'in', '-3, 2.50', 'be'],
    ['amount', 'null', 'true', 'd'],
    ['amount', 'null', 'FALSE', 'abce'],
    ['payment_date', 'gte', '2026-01-03', 'ae'],
    ['payment_date', 'lt', '2026-01-03T01:00:00+01:00', 'c'],
    ['payment_date', 'neq', '2026-01-03', 'bcd'],
    ['memo', 'contains', 'RENT', 'ab'],
    ['memo', 'contains', '0%_X', 'a'],
    ['memo', 'contains', '%', 'a'],
    ['memo', 'contains', '\\', ''],
    ['amount', 'contains', '.5', 'b'],
    ['amount', 'contains', '10', 'ac'],
    ['payment_date', 'contains', '2026-01-03t', 'ae'],
    ['rootfi_id', 'contains', '-', ''],
    ['payment_date', 'lt', '2026-01-03T01:00:00 01:00', 'c'],
    ['memo', 'eq', 'rent', 'b'],
    ['memo', 'eq', "'; drop table record_contacts; --", ''],
    ['memo', 'eq', '\0', ''],
    ['payment_id', 'in', 'a,e,nobody', 'ae'],
    ['currency_rate', 'null', 'true', 'abcde'],
    ['rootfi_deleted_at', 'null', 'false', ''],
  ];
  test.each(matches)('%s[%s]=%s finds "%s"', async (field, op, value, expected) => {
    const filters = [{ field, op, value }];
    const found = await list(company, { filters, returnCount: true });
    expect(idsOf(found).join('')).toBe(expected);
    expect(found.totalCount).toBe(expected.length);
    expect(await countRecords(contextOf(company), inputOf(company, { filters }))).toBe(expected.length);
  });

  test('go together, also along a walk', async () => {
    const filters = [
      { field: 'amount', op: 'gte', value: '0' },
      { field: 'payment_date', op: 'null', value: 'false' },
    ];
    const first = await list(company, { filters, limit: 1, sort: { field: 'payment_date', direction: 'ASC' } });
    expect(idsOf(first)).toEqual(['c']);
    const rest = await list(company, {
      filters,
      next: first.next ?? '',
      sort: { field: 'payment_date', direction: 'ASC' },
    });
    expect(idsOf(rest)).toEqual(['a']);
    expect(rest.next).toBeNull();
  });

  test('find enum values in any case, true and false, and ids', async () => {
    const other = await makeTestCompany(sql);
    const run = await startTestRun(sql, other, 'CONTACT');
    const contact = (id: string, status: 'active' | 'archived') =>
      preparedRecord(canonicalRecord('CONTACT', id, { status }), { id });
    const records = [contact('x', 'active'), contact('y', 'archived')];
    await storePage({ ...run, model: 'CONTACT', full: false, now, checkpoint: null, records, rejected: [] });
    const find = async (field: string, op: string, value: string) => {
      const input = { companyId: other.companyId, model: 'CONTACT', filters: [{ field, op, value }] } as const;
      return (await listRecords(contextOf(other), input)).records.map((row) => row.fields.platform_id).join('');
    };
    expect(await find('status', 'eq', 'ARCHIVED')).toBe('y');
    expect(await find('status', 'in', 'Active,archived')).toBe('xy');
    expect(await find('rootfi_company_id', 'eq', String(other.companyId))).toBe('xy');
    expect(await problem(find('status', 'eq', 'busy'))).toEqual([
      'invalid',
      'status[eq]: must be one of active, inactive, suspended, archived, unknown',
    ]);
    const currency = { companyId: other.companyId, model: 'CURRENCY' } as const;
    const currencyRun = await startTestRun(sql, other, 'CURRENCY');
    const bases = [true, false].map((is_base_currency) =>
      preparedRecord(canonicalRecord('CURRENCY', String(is_base_currency), { is_base_currency }), {}),
    );
    await storePage({
      ...currencyRun,
      model: 'CURRENCY',
      full: false,
      now,
      checkpoint: null,
      records: bases,
      rejected: [],
    });
    for (const [op, value, expected] of [
      ['eq', 'TRUE', 'true'],
      ['neq', 'true', 'false'],
      ['in', 'false', 'false'],
    ] as const) {
      const found = await listRecords(contextOf(other), {
        ...currency,
        filters: [{ field: 'is_base_currency', op, value }],
      });
      expect(idsOf(found)).toEqual([expected]);
    }
  });
});

describe('what a list refuses', () => {
  const cursor = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const byAmount = { field: 'amount', direction: 'ASC' };
  const refusals: [string, Ask, string][] = [
    ['a bad number', { filters: [{ field: 'amount', op: 'gte', value: 'ten' }] }, 'amount[gte]: must be a number'],
    [
      'a bad date',
      { filters: [{ field: 'payment_date', op: 'lt', value: '2026-02-30' }] },
      'payment_date[lt]: must be an ISO 8601 date or date and time with an offset',
    ],
    [
      'a bad id',
      { filters: [{ field: 'rootfi_id', op: 'eq', value: '1.5' }] },
      'rootfi_id[eq]: must be a whole number',
    ],
    ['a bad null', { filters: [{ field: 'memo', op: 'null', value: 'yes' }] }, 'memo[null]: must be true or false'],
    [
      'a bad member',
      { filters: [{ field: 'amount', op: 'in', value: '1,,2' }] },
      'amount[in]: each value must be a number',
    ],
    [
      'too many members',
      { filters: [{ field: 'memo', op: 'in', value: ','.repeat(1000) }] },
      'memo[in]: takes at most 1000 values',
    ],
    [
      'a moment that UTC has no four-digit year for',
      { filters: [{ field: 'payment_date', op: 'gte', value: '0001-01-01T00:00:00+14:00' }] },
      'payment_date[gte]: must be an ISO 8601 date or date and time with an offset',
    ],
    [
      'another operator',
      { filters: [{ field: 'amount', op: 'between', value: '1' }] },
      'amount[between]: is not a known operator; allowed operators are eq, neq, gt, gte, lt, lte, in, contains, null',
    ],
    [
      'another sort',
      { sort: { field: 'memo', direction: 'ASC' } },
      'sort[memo]: can not be sorted by; allowed fields are rootfi_id, rootfi_created_at, rootfi_updated_at, payment_date, amount, updated_at',
    ],
    ['another direction', { sort: { field: 'amount', direction: 'up' } }, 'sort[amount]: must be ASC or DESC'],
    [
      'another relation',
      { expand: ['invoice', 'bill'] },
      'expand: bill is not a relation that can be expanded; allowed ones are invoice, account, currency, contact',
    ],
    [
      'another hidden field',
      { select: ['company_id'] },
      'select: company_id can not be selected; allowed ones are raw_data, data_hash',
    ],
    ['too large a limit', { limit: 1001 }, 'limit: must be a whole number from 1 to 1000'],
    ['no limit', { limit: 0 }, 'limit: must be a whole number from 1 to 1000'],
    [
      'two cursors',
      { next: cursor({ rootfi_id: 1 }), prev: cursor({ rootfi_id: 1 }) },
      'prev: can not be combined with next',
    ],
    ['no cursor', { next: 'abc' }, 'next: is not a cursor of this list'],
    ['an empty cursor', { prev: '' }, 'prev: is not a cursor of this list'],
    ['a cursor without an id', { next: cursor({ amount: '1' }) }, 'next: is not a cursor of this list'],
    ['a cursor of another sort', { next: cursor({ rootfi_id: 1 }), sort: byAmount }, 'next: was made for another sort'],
    [
      'a cursor that was tampered with',
      { next: cursor({ rootfi_id: 1, amount: 'x' }), sort: byAmount },
      'next: is not a cursor of this list',
    ],
  ];
  test.each(refusals)('%s', async (_name, ask, message) => {
    expect(await problem(list(company, ask))).toEqual(['invalid', message]);
  });

  test('an unknown field, naming the fields, with every other problem in the list', async () => {
    const filters = [
      { field: 'total', op: 'eq', value: '1' },
      { field: 'amount', op: 'like', value: '1' },
    ];
    const sort = { field: 'memo', direction: 'up' };
    const asked = { filters, sort, expand: ['bill', 'item'], select: ['name'] };
    const alone = (await list(company, { filters }).catch((thrown: unknown) => thrown)) as AppError<'invalid'>;
    const error = (await list(company, asked).catch((thrown: unknown) => thrown)) as AppError<'invalid'>;
    const rest = ['expand', 'expand', 'select', 'sort[memo]'];
    expect(error.details.issues.map((issue) => issue.path)).toEqual([...rest, 'total[eq]', 'amount[like]']);
    expect(error.details.issues.slice(4)).toEqual(alone.details.issues);
    expect(alone.message).toMatch(
      /^total\[eq\]: is not a known field; allowed fields are rootfi_id, .*document_number$/,
    );
  });

  test('a company of another organisation, and an archived one', async () => {
    const stranger = await makeTestCompany(sql);
    const ctx = contextOf(stranger);
    const missing = ['not-found', 'Company not found'];
    expect(await problem(listRecords(ctx, inputOf(company, {})))).toEqual(missing);
    expect(await problem(countRecords(ctx, inputOf(company, {})))).toEqual(missing);
    expect(await problem(getRecord(ctx, { ...inputOf(company, {}), rootfiId: 1 }))).toEqual(missing);
    const archived = await addTestCompany(sql, stranger.organisationId, 'Old');
    await sql`update companies set archived_at = ${now} where id = ${archived}`;
    expect(await problem(listRecords(ctx, { companyId: archived, model: 'CONTACT' }))).toEqual(missing);
  });
});

describe('one record', () => {
  const get = (rootfiId: number, more: { includeDeleted?: boolean; select?: string[]; expand?: string[] } = {}) =>
    getRecord(contextOf(company), { companyId: company.companyId, model: 'INVOICE_PAYMENT', rootfiId, ...more });
  const idOf = async (platformId: string) => {
    const [row] = await sql`
      select rootfi_id from record_invoice_payments
      where company_id = ${company.companyId} and platform_id = ${platformId}`;
    return Number(row?.rootfi_id);
  };

  test('is found by its id, with raw data when selected', async () => {
    const record = await get(await idOf('b'), { select: ['raw_data'] });
    expect(record.fields).toMatchObject({ platform_id: 'b', amount: '2.50', raw_data: { id: 'b', secret: 'raw' } });
  });

  test('that is deleted or not there is not found, unless deleted ones are asked for', async () => {
    const missing = ['not-found', 'Invoice payment not found'];
    expect(await problem(get(await idOf('gone')))).toEqual(missing);
    expect(await problem(get(999_999))).toEqual(missing);
    expect((await get(await idOf('gone'), { includeDeleted: true })).fields.platform_id).toBe('gone');
  });

  test('refuses an unknown relation', async () => {
    expect((await problem(get(await idOf('a'), { expand: ['line_items'] })))[0]).toBe('invalid');
  });
});
