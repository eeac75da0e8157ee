import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { makeVaried, type VariedCompany } from '../../../domain/companies/testing/varied.ts';
import { resetEnv } from '../../../env.ts';
import { type Answered, errorsOf, makeTenant, resourcesOf, type Tenant } from '../testing/json-api.ts';
import { plainFilters, plainSql, wireFilters, wireParameters } from '../testing/plain-filters.ts';

await createTestDatabase();
// Hundreds of requests within a second; counting them has tests of its own.
process.env.RATE_LIMITS = 'off';
process.env.PUBLIC_URL = 'https://ledgerline.test';
resetEnv();

let tenant: Tenant;
let all: VariedCompany[];
beforeAll(async () => {
  await makeVaried((await makeTenant('Others')).ctx, { count: 20, seed: 1 });
  tenant = await makeTenant();
  all = await makeVaried(tenant.ctx, { count: 200, seed: 3 });
});

const list = (query: string) => tenant.call('GET', `/companies${query && `?${query}`}`);
const idsOf = (answer: Answered) => resourcesOf(answer).map(({ id }) => Number(id));
const linksOf = ({ body }: Answered) => (body as { links: Record<string, string> }).links;
const metaOf = ({ body }: Answered) => (body as { meta: Record<string, number> }).meta;
const newest = (from: number, to: number) => all.slice(from, to).map(({ id }) => id);

const sortColumns = {
  id: 'id',
  name: 'name_key',
  company_code: 'company_code',
  created_at: 'created_at',
  last_activity_at: 'last_activity_at',
};

/** Keys and what they leave equal, which goes by id in the direction of the first. */
function orderBy(keys: readonly string[]): string {
  const parts = keys.map((key) => {
    const column = sortColumns[key.replace('-', '') as keyof typeof sortColumns];
    return `${column} ${key.startsWith('-') ? 'desc' : 'asc'}`;
  });
  const isDescending = keys.length === 0 || keys[0]?.startsWith('-');
  return [...parts, `id ${isDescending ? 'desc' : 'asc'}`].join(', ');
}

describe('a list', () => {
  it('holds what any filter says in any order on any page, as plain SQL has it', async () => {
    const plain = plainFilters(all);
    const names = Object.keys(sortColumns);
    const asked = fc.record({
      filter: fc.option(wireFilters(plain)),
      sort: fc.uniqueArray(fc.constantFrom(...names, ...names.map((name) => `-${name}`)), {
        maxLength: 2,
        selector: (key) => key.replace('-', ''),
      }),
      page: fc.integer({ min: 1, max: 9 }),
      size: fc.integer({ min: 1, max: 60 }),
      plainBrackets: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ filter, sort, page, size, plainBrackets }) => {
        const condition = filter ? plainSql(plain, filter) : 'true';
        const expected = await sqlClient().unsafe<{ id: number }[]>(
          `select id::int from companies c where organisation_id = ${tenant.organisationId} and ${condition}
           order by ${orderBy(sort)}`,
        );
        const query = new URLSearchParams([
          ...(filter ? wireParameters(filter) : []),
          ...(sort.length > 0 ? [['sort', sort.join(',')]] : []),
          ['page[number]', String(page)],
          ['page[size]', String(size)],
        ] as [string, string][]).toString();
        const answer = await list(plainBrackets ? query.replaceAll('%5B', '[').replaceAll('%5D', ']') : query);
        expect(answer.status, answer.text).toBe(200);
        expect(metaOf(answer)).toEqual({
          current_page: page,
          total_pages: Math.ceil(expected.length / size),
          total_count: expected.length,
          page_size: size,
          max_page_size: 200,
        });
        const wanted = expected.slice((page - 1) * size, page * size);
        expect(idsOf(answer)).toEqual(wanted.map(({ id }) => id));
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('takes a comma list of everything but texts of people', async () => {
    const [first, second] = newest(0, 2);
    expect(idsOf(await list(`filter[id]=${first},${second}`))).toEqual([first, second]);
    expect(idsOf(await list(`filter[id][not_eq]=${first},+${second}&page[size]=1`))).toEqual(newest(2, 3));
    const tagged = metaOf(await list('filter[tags]=vip,PARTNER')).total_count;
    expect(metaOf(await list('filter[tags][]=VIP&filter[tags][]=partner')).total_count).toBe(tagged);
    await sqlClient()`update companies set billing_name = 'Finch, Wool' where id = ${first ?? 0}`;
    expect(idsOf(await list('filter[billing_name]=Finch,+Wool'))).toEqual([first]);
  });

  it('narrows a field by several operators, also within a group of any', async () => {
    const between = metaOf(await list('filter[due_days][gt]=1&filter[due_days][lt]=4')).total_count;
    expect(between).toBe(all.filter(({ dueDays }) => dueDays !== null && dueDays > 1 && dueDays < 4).length);
    const any = 'filter[$op]=or&filter[0][due_days][gt]=1&filter[0][due_days][lt]=4&filter[1][status]=2';
    const wanted = all.filter((one) => one.archivedAt || (one.dueDays !== null && one.dueDays > 1 && one.dueDays < 4));
    expect(metaOf(await list(any)).total_count).toBe(wanted.length);
  });
});

describe('pages', () => {
  it('lead to the first, the last and those beside, with what was asked, as whole addresses', async () => {
    const middle = linksOf(await list('sort=-name&filter[status]=1&page[size]=7&page[number]=3&nonsense=a+b'));
    const to = (page: number) =>
      `https://ledgerline.test/api/v2/companies?sort=-name&filter%5Bstatus%5D=1&nonsense=a+b&page%5Bnumber%5D=${page}&page%5Bsize%5D=7`;
    const last = Math.ceil(all.filter(({ archivedAt }) => !archivedAt).length / 7);
    expect(middle).toEqual({ first: to(1), last: to(last), prev: to(2), next: to(4) });
  });

  it('are all seen by who follows the links, each company once', async () => {
    const seen: number[] = [];
    for (let at: string | undefined = '?page[size]=60'; at; ) {
      const answer = await tenant.call('GET', `/companies${at}`);
      seen.push(...idsOf(answer));
      const { next } = linksOf(answer);
      at = next && new URL(next).search;
    }
    expect(seen).toEqual(newest(0, all.length));
  });

  it('are empty beyond the end, with the last one before them', async () => {
    const answer = await list('page[number]=999999999&page[size]=200');
    expect(idsOf(answer)).toEqual([]);
    expect(Object.keys(linksOf(answer))).toEqual(['first', 'last', 'prev']);
    expect(linksOf(answer).prev).toContain('number%5D=1&');
    const none = await list('filter[vat]=nobody');
    expect([metaOf(none).total_count, Object.keys(linksOf(none))]).toEqual([0, ['first', 'last']]);
  });
});

describe('what a list can not be asked is refused by name', () => {
  const group = (levels: number) => `filter${'[0]'.repeat(levels)}[name]=x`;

  test.each([
    ['filter[nonsense]=1', 'Unsupported Filter', 'nonsense'],
    ['filter[__proto__]=1', 'Unsupported Filter', '__proto__'],
    ['filter[0][constructor][eq]=1', 'Unsupported Filter', 'constructor'],
    ['filter[created_at][contains]=2026', 'Unsupported Filter', 'created_at'],
    ['filter[name][like]=x', 'Unsupported Filter', 'like'],
    ['filter[name][eq][deeper]=x', 'Unsupported Filter', 'name'],
    ['filter[query][not_eq]=x', 'Unsupported Filter', 'query'],
    ['sort=vat', 'Unsupported Sort', 'vat'],
    ['sort=name,-nonsense', 'Unsupported Sort', 'nonsense'],
    ['include=invoices', 'Unsupported Include', 'invoices'],
    ['include=organization,custom_field_people', 'Unsupported Include', 'custom_field_people'],
  ])('%s', async (query, title, named) => {
    const answer = await list(query);
    const [error, ...more] = errorsOf(answer);
    expect([answer.status, error?.status, error?.title, more]).toEqual([400, 400, title, []]);
    expect(error?.detail).toContain(named);
  });

  test.each([
    ['page[size]=0', 'page[size]'],
    ['page[size]=201', 'page[size]'],
    ['page[number]=-1', 'page[number]'],
    ['page[number]=1e3', 'page[number]'],
    ['page[number][]=1', 'page[number]'],
    ['page=2', 'page'],
    ['filter=x', 'filter'],
    ['filter[0]=x', 'filter[0]'],
    ['filter[$op]=xor', 'filter[$op]'],
    ['filter[created_at]=yesterday', 'filter[created_at]'],
    ['filter[created_at][gt]=2026-02-30', 'filter[created_at][gt]'],
    ['filter[payment_terms]=many', 'filter[payment_terms]'],
    ['filter[id]=1,x', 'filter[id]'],
    ['filter[status]=3', 'filter[status]'],
    ['filter[name]=%00', 'filter[name]'],
    [`filter[id]=${Array.from({ length: 1001 }, (_, at) => at + 1).join()}`, 'filter[id]'],
    [Array.from({ length: 101 }, (_, at) => `filter[${at}][name]=x`).join('&'), 'filter'],
    [group(5), 'filter'],
    [group(5000), 'filter'],
    ['sort=name&sort=id', 'sort'],
    ['filter[name]=a&filter[name][eq]=b', 'filter[name][eq]'],
  ])('%.60s', async (query, parameter) => {
    const answer = await list(query);
    expect([answer.status, errorsOf(answer)[0]]).toMatchObject([
      400,
      { status: '400', code: 'invalid_parameter', title: 'Invalid Parameter', source: { parameter } },
    ]);
  });

  it('names everything at once, and takes four levels', async () => {
    const answer = await list('filter[a]=1&filter[b]=1&include=c,d&sort=e&page[size]=x');
    expect(errorsOf(answer)).toHaveLength(6);
    expect((await list(group(4))).status).toBe(200);
  });
});
