import type { Sql } from '../db/client.ts';
import { type ManyCompanies, makeManyCompanies } from '../db/testing/many-companies.ts';
import { type Context, makeContext } from '../lib/context.ts';
import { jsonApiV2 } from '../lib/dialects/jsonapi-v2/dialect.ts';
import { sortNames } from '../lib/dialects/jsonapi-v2/names.ts';
import { jsonApiV2Routes } from '../lib/dialects/jsonapi-v2/routes.ts';
import { createAccessToken } from '../lib/domain/access-tokens/mutations.ts';
import type { CompanyFilter, CompanyFilterField } from '../lib/domain/companies/company-filter.ts';
import { companySortFields } from '../lib/domain/companies/company-page-sql.ts';
import { companyPage } from '../lib/domain/companies/company-pages.ts';
import { type CompanyWalkInput, walkCompanies } from '../lib/domain/companies/company-walk.ts';
import { serve } from '../lib/http/serve.ts';
import { onDatabase } from './database.ts';
import { check, median, print, printTable, timed, whole } from './report.ts';

const repetitions = 7;
const goalMs = 50;
/** For a total of more than 10,000 matches, which must be counted. */
const countGoalMs = 500;
const manyMatches = 10_000;

/** Lists of companies at a million (or as many as COMPANIES says): pages, sorts, filters, totals, and the walk. */
export async function companies(): Promise<void> {
  const count = Number(process.env.COMPANIES ?? 1_000_000);
  Object.assign(process.env, { RATE_LIMITS: 'off', LOG_LEVEL: 'silent' });
  await onDatabase(async ({ sql }) => {
    const made = await makeManyCompanies(sql, count);
    print(`${whole(count)} companies; medians of ${repetitions}\n`);
    const ctx = makeContext({
      organisationId: made.organisationId,
      actor: { type: 'system', id: 'bench', label: 'bench' },
      requestId: 'bench',
      now: new Date(),
      door: 'bench',
    });
    await pages(ctx, count);
    await filters(sql, ctx);
    await overJsonApi(ctx, count);
    await walks(sql, ctx, made, count);
  });
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  await work();
  const seconds: number[] = [];
  for (let i = 0; i < repetitions; i++) seconds.push(await timed(work));
  return median(seconds) * 1000;
}

const row = (name: string, ms: number, goal: number): string[] => [
  name,
  ms.toFixed(1),
  `< ${goal}`,
  ms < goal ? 'yes' : 'NO',
];

async function pages(ctx: Context, count: number): Promise<void> {
  const size = 30;
  const last = Math.ceil(count / size);
  const rows: string[][] = [];
  for (const field of companySortFields) {
    for (const page of [1, 1000, Math.ceil(last / 2), last]) {
      const sort = [{ field, descending: field === 'id' }];
      const answer = await companyPage(ctx, { sort, page, size });
      check(answer.total === count && answer.companies.length > 0, `page ${page} by ${field}`);
      const ms = await medianMs(() => companyPage(ctx, { sort, page, size }));
      rows.push(row(`by ${field}, page ${whole(page)}`, ms, goalMs));
    }
  }
  printTable(['pages of 30', 'ms', 'goal', 'reached'], rows);
}

type Condition = [CompanyFilterField, Extract<CompanyFilter, { field: CompanyFilterField }>['op'], string];

async function filters(sql: Sql, ctx: Context): Promise<void> {
  const [some] = await sql`
    select company_code, vat, billing_name, name, default_subsidiary_id, default_tax_rate_id, id,
      (select max(id) from projects) as project from companies where number = 4711`;
  const conditions: Condition[] = [
    ['id', 'eq', String(some?.id)],
    ['name', 'eq', some?.name],
    ['name', 'contains', '4711'],
    ['name', 'contains', 'orchard'],
    ['name', 'not_contain', 'orchard'],
    ['companyCode', 'eq', some?.company_code],
    ['companyCode', 'contains', '4711'],
    ['billingName', 'eq', some?.billing_name],
    ['billingName', 'contains', 'c4711'],
    ['vat', 'eq', some?.vat],
    ['vat', 'contains', '104711'],
    ['defaultCurrency', 'eq', 'CZK'],
    ['defaultCurrency', 'contains', 'us'],
    ['defaultSubsidiaryId', 'eq', String(some?.default_subsidiary_id)],
    ['defaultTaxRateId', 'eq', String(some?.default_tax_rate_id)],
    ['projectId', 'eq', String(some?.project)],
    ['tags', 'eq', 'rare'],
    ['tags', 'eq', 'partner'],
    ['status', 'eq', '1'],
    ['status', 'eq', '2'],
    ['createdAt', 'eq', '2024-06-01'],
    ['createdAt', 'gt', '2024-06-01'],
    ['archivedAt', 'eq', '2024-08-01'],
    ['lastActivityAt', 'eq', '2024-08-01'],
    ['dueDays', 'eq', '30'],
    ['dueDays', 'lt', '10'],
    ['query', 'eq', '4711'],
    ['query', 'eq', 'no such thing'],
  ];
  const rows: string[][] = [];
  for (const [field, op, value] of conditions) {
    const filter = { field, op, values: [value] };
    const { total } = await companyPage(ctx, { filter, page: 1, size: 30 });
    const byName = [{ field: 'name', descending: false }] as const;
    const ms = await medianMs(() => companyPage(ctx, { filter, page: 1, size: 30 }));
    const sorted = await medianMs(() => companyPage(ctx, { filter, sort: byName, page: 1, size: 30 }));
    const goal = total > manyMatches ? countGoalMs : goalMs;
    rows.push([...row(`${field} ${op} ${value.slice(0, 12)}`, ms, goal), sorted.toFixed(1), whole(total)]);
  }
  print('');
  printTable(['filter, first page with total', 'ms', 'goal', 'reached', 'by name', 'matches'], rows);
}

/** The same lists as a program asks for them: sign-in, parsing, reading and writing of JSON included. */
async function overJsonApi(ctx: Context, count: number): Promise<void> {
  const made = await createAccessToken(ctx, { dialect: 'jsonapi', name: 'bench' });
  const headers = {
    'x-auth-token': made.dialect === 'jsonapi' ? made.token : '',
    'x-organization-id': String(ctx.organisationId),
  };
  const handle = serve(jsonApiV2, jsonApiV2Routes);
  const ask = async (query: string) => {
    const answer = await handle(new Request(`http://localhost/api/v2/companies?${query}`, { headers }));
    check(answer.status === 200, `${query}: ${answer.status}`);
    return (await answer.json()) as { data: unknown[]; meta: { total_count: number } };
  };
  const last = Math.ceil(count / 30);
  const pages = [1, 1000, last].map((page) => `page[number]=${page}`);
  const sorts = Object.keys(sortNames).flatMap((name) => [`sort=${name}`, `sort=-${name}`]);
  const queries = [
    ...sorts.flatMap((sort) => pages.map((page) => `${sort}&${page}`)),
    'page[size]=200&include=organization,default_subsidiary,default_tax_rate,subscribers',
    'filter[$op]=or&filter[0][company_code]=C0004711&filter[1][vat][contains]=104711',
    'filter[status]=1&filter[tags]=rare&sort=name',
    'filter[status]=1&filter[default_currency]=EUR&sort=-last_activity_at',
    'filter[due_days][gt]=30&filter[due_days][lt]=40&sort=company_code',
  ];
  const rows: string[][] = [];
  for (const query of queries) {
    const { data, meta } = await ask(query);
    check(data.length > 0, `${query} finds none`);
    const goal = query.includes('filter') && meta.total_count > manyMatches ? countGoalMs : goalMs;
    rows.push([...row(query.slice(0, 70), await medianMs(() => ask(query)), goal), whole(meta.total_count)]);
  }
  print('');
  printTable(['over the JSON:API', 'ms', 'goal', 'reached', 'matches'], rows);
}

async function walks(sql: Sql, ctx: Context, { chainIds }: ManyCompanies, count: number): Promise<void> {
  const [some] = await sql`
    select array(select uuid::text from companies where number % 997 = 0 limit 1000) as ids,
      array(select name from companies where number % 997 = 0 limit 1000) as names,
      array(
        select m.uuid::text from companies m where m.id in (select mother_company_id from companies) limit 1000
      ) as mothers,
      (select uuid::text from companies where number = ${Math.floor(count / 50)}) as late`;
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const cases: [string, Omit<CompanyWalkInput, 'limit'>][] = [
    ['everything', {}],
    ['one chain', { chainIds: chainIds.slice(1) }],
    ['archived alone', { states: ['archived'] }],
    ['created in a week', { createdAt: { from: day('2024-03-01'), to: day('2024-03-08') } }],
    ['changed in a week', { updatedAt: { from: day('2024-03-01'), to: day('2024-03-08') } }],
    ['changed in three months', { updatedAt: { from: day('2024-03-01'), to: day('2024-06-01') } }],
    ['1,000 ids', { ids: some?.ids }],
    ['1,000 names', { names: some?.names }],
    ['those of 1,000 mothers', { motherCompanyIds: some?.mothers }],
    ['1,000 external ids', { externalIds: Array.from({ length: 1000 }, (_, index) => `ext-${index * 7}`) }],
  ];
  const rows: string[][] = [];
  for (const [name, input] of cases) {
    const first = await medianMs(() => walkCompanies(ctx, { ...input, limit: 100 }));
    const late = await medianMs(() => walkCompanies(ctx, { ...input, limit: 100, cursor: some?.late }));
    rows.push(row(`${name}, first 100`, first, goalMs), row(`${name}, near the end`, late, goalMs));
  }
  rows.push(...(await wholeWalk(ctx, count)));
  print('');
  printTable(['walk', 'ms', 'goal', 'reached'], rows);
}

/** From the first page to the last, 1,000 each; the first and the last tenth beside one another. */
async function wholeWalk(ctx: Context, count: number): Promise<string[][]> {
  const times: number[] = [];
  let cursor: string | undefined;
  let seen = 0;
  for (;;) {
    const start = performance.now();
    const page = await walkCompanies(ctx, { limit: 1000, cursor });
    if (!page.cursor) break;
    times.push(performance.now() - start);
    seen += page.companies.length;
    cursor = page.cursor;
  }
  check(seen === count, `${seen} companies were walked`);
  const tenth = Math.max(1, Math.floor(times.length / 10));
  const [first, last] = [median(times.slice(0, tenth)), median(times.slice(-tenth))];
  return [
    ['pages of 1,000, first tenth', first.toFixed(1), '', ''],
    ['pages of 1,000, last tenth', last.toFixed(1), `< ${(first * 1.5).toFixed(0)}`, last < first * 1.5 ? 'yes' : 'NO'],
  ];
}
