import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import type { Context } from '../../../context.ts';
import { makeVaried, type VariedCompany, words } from '../../../domain/companies/testing/varied.ts';
import { resetEnv } from '../../../env.ts';
import { type Answered, type Caller, errorOf, makeCaller, makeTenant, newCompany } from '../testing/connector-api.ts';

await createTestDatabase();
// Random requests are more than a token may make.
process.env.RATE_LIMITS = 'off';
resetEnv();

let ctx: Context;
let all: VariedCompany[];
let theirs: VariedCompany[];
let portfolio: Caller;
let single: Caller;
beforeAll(async () => {
  const others = await makeTenant('Others');
  theirs = await makeVaried(others.ctx, { count: 20, seed: 5 });
  ({ ctx } = await makeTenant());
  all = await makeVaried(ctx, { count: 150, seed: 6 });
  const sql = sqlClient();
  // Fractions of seconds, which the wire does not show, and numbers beyond those that are made by hand.
  await sql`
    update companies set created_at = created_at + id % 1000 * interval '1 ms',
      updated_at = updated_at + (id % 1000 + id * 7 % 900) * interval '1 ms'`;
  await sql`update chains set last_number = 1000`;
  const chainIds = [...new Set(all.map(({ chainId }) => chainId))];
  portfolio = await makeCaller(ctx, { chainIds });
  single = await makeCaller(ctx, { chainIds: chainIds.slice(0, 1) });
});

type Body = Record<string, unknown>;

/** What a request asks for, by plain SQL over the body as it is sent. */
async function expected(by: Caller, body: Body): Promise<string[]> {
  const sql = sqlClient();
  const rows = await sql`
    with asked as (select jsonb_strip_nulls(${sql.json(body as Parameters<typeof sql.json>[0])}) as a)
    select c.uuid from asked, companies c
    where c.organisation_id = ${ctx.organisationId} and c.chain_id = any(${by.chainIds}::uuid[])
      and (a->'ChainIds' is null or a->'ChainIds' ? c.chain_id::text)
      and (a->'Ids' is null or a->'Ids' ? c.uuid::text)
      and (a->'Names' is null or a->'Names' ? c.name)
      and (a->'ExternalIdentifiers' is null or a->'ExternalIdentifiers' ? c.external_id)
      and (a->'MotherCompanyIds' is null
        or exists (select from companies m where m.id = c.mother_company_id and a->'MotherCompanyIds' ? m.uuid::text))
      and (a->'ActivityStates' is null
        or a->'ActivityStates' ? (case when c.archived_at is null then 'Active' else 'Deleted' end))
      and (a->'CreatedUtc' is null or date_trunc('second', c.created_at)
        between (a#>>'{CreatedUtc,StartUtc}')::timestamptz and (a#>>'{CreatedUtc,EndUtc}')::timestamptz)
      and (a->'UpdatedUtc' is null or date_trunc('second', c.updated_at)
        between (a#>>'{UpdatedUtc,StartUtc}')::timestamptz and (a#>>'{UpdatedUtc,EndUtc}')::timestamptz)
      and (a->'TimeFilter' is null
        or date_trunc('second', case a->>'TimeFilter' when 'Created' then c.created_at else c.updated_at end)
          between (a->>'StartUtc')::timestamptz and (a->>'EndUtc')::timestamptz)
    order by c.created_at desc, c.number desc`;
  return rows.map(({ uuid }) => String(uuid));
}

/** Every page of a request to its end; `between` happens after each. */
async function pages(by: Caller, body: Body, count: number, between = async () => {}): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const answer: Answered = await by.call('getAll', { ...body, Limitation: { Count: count, Cursor: cursor } });
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    const { Companies, Cursor } = answer.body as { Companies: { Id: string }[]; Cursor: string | null };
    seen.push(...Companies.map(({ Id }) => Id));
    expect(Cursor).toBe(Companies.at(-1)?.Id ?? null);
    if (Companies.length < count) return seen;
    cursor = Cursor;
    await between();
  }
}

const onWire = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;

const interval = () =>
  fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all), fc.boolean()).map(([a, b, isPoint]) => {
    const [StartUtc, EndUtc] = [onWire(a.createdAt), onWire(isPoint ? a.createdAt : b.updatedAt)].sort();
    return { StartUtc, EndUtc };
  });

const someOf = (values: readonly string[], stranger: string) =>
  fc.option(fc.subarray([...new Set([...values, stranger])]));

/** Every filter, each of them null now and then. */
const filters = (by: Caller) => ({
  ChainIds: fc.option(fc.subarray(by.chainIds)),
  Ids: someOf(
    all.slice(0, 60).map(({ uuid }) => uuid),
    theirs[0]?.uuid ?? '',
  ),
  Names: someOf([...words, ...all.slice(0, 80).map(({ name }) => name)], 'nobody'),
  ExternalIdentifiers: someOf(['e1', 'e2'], 'E1'),
  MotherCompanyIds: someOf(
    all.filter(({ id }) => all.some(({ motherId }) => motherId === id)).map(({ uuid }) => uuid),
    randomUUID(),
  ),
  ActivityStates: fc.option(fc.subarray(['Active', 'Deleted'])),
  CreatedUtc: fc.option(interval()),
  UpdatedUtc: fc.option(interval()),
  former: fc.tuple(fc.constantFrom('Created', 'Updated'), interval()),
});

/** Bodies with up to three filters: with more of them hardly anything is ever found. */
const bodies = (by: Caller): fc.Arbitrary<Body> => {
  const each = Object.entries(filters(by));
  return fc
    .subarray(each, { maxLength: 3 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen) as Record<string, fc.Arbitrary<unknown>>))
    .map(({ former, ...body }) => {
      if (!former) return body;
      const [TimeFilter, ends] = former as [string, { StartUtc: string; EndUtc: string }];
      return { ...body, TimeFilter, ...ends };
    });
};

describe('getAll', () => {
  test('answers each request with what plain SQL finds, once each, newest first, page by page', async () => {
    const asked = fc.constantFrom(portfolio, single).chain((by) => fc.tuple(fc.constant(by), bodies(by)));
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 7, max: 60 }), async ([by, body], count) => {
        expect(await pages(by, body, count)).toEqual(await expected(by, body));
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  test('holds the filter of former days to the interval of today where both are given', async () => {
    const asked = fc.tuple(interval(), interval(), fc.constantFrom('Created', 'Updated'));
    await fc.assert(
      fc.asyncProperty(asked, async ([today, former, TimeFilter]) => {
        const body = { CreatedUtc: today, UpdatedUtc: today, TimeFilter, ...former };
        expect(await pages(portfolio, body, 1000)).toEqual(await expected(portfolio, body));
        const same = { [`${TimeFilter}Utc`]: today, TimeFilter, ...former };
        expect(await pages(portfolio, same, 1000)).toEqual(await expected(portfolio, same));
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test('neither skips nor repeats while companies are added and deleted', async () => {
    const [chainId = ''] = portfolio.chainIds;
    const add = { ...newCompany, ChainId: chainId };
    const before = await expected(portfolio, {});
    const seen = await pages(portfolio, {}, 13, async () => {
      const [made] = await portfolio.companies('add', add);
      await portfolio.call('add', add);
      await portfolio.call('delete', { ChainId: chainId, CompanyIds: [made?.Id] });
    });
    expect(seen).toEqual(before);
  }, 60_000);

  test('takes ids and cursors in upper case, and a cursor of a company that the filter leaves out', async () => {
    const [first, second, third] = await expected(portfolio, {});
    const Ids = [second?.toUpperCase(), third];
    const Limitation = { Count: 5, Cursor: first?.toUpperCase() };
    const found = await portfolio.companies('getAll', { Ids, Limitation });
    expect(found.map(({ Id }) => Id)).toEqual([second, third]);
  });

  test('of nothing has a null cursor', async () => {
    const answer = await portfolio.call('getAll', { Ids: [randomUUID()], Limitation: { Count: 5 } });
    expect([answer.status, answer.text]).toEqual([200, '{"Companies":[],"Cursor":null}']);
  });

  test('takes a thousand ids and names', async () => {
    const Ids = [all[0]?.uuid, ...Array.from({ length: 999 }, () => randomUUID())];
    const Names = [all[0]?.name, ...Array.from({ length: 999 }, (_, index) => `Nobody ${index}`)];
    expect(await portfolio.companies('getAll', { Ids, Names, Limitation: { Count: 1000 } })).toHaveLength(1);
  });

  const Limitation = { Count: 1 };
  const whole = { StartUtc: '2020-01-01T00:00:00Z', EndUtc: '2020-04-01T00:00:00Z' };
  const many = Array.from({ length: 1001 }, () => randomUUID());

  test.each([
    { CreatedUtc: whole },
    { UpdatedUtc: { StartUtc: '2019-11-30T00:00:00Z', EndUtc: '2020-02-29T00:00:00Z' } },
    { CreatedUtc: { StartUtc: '2020-01-01T00:00:00.000Z', EndUtc: '2020-01-01T00:00:00.000Z' } },
    { TimeFilter: 'Updated', ...whole },
    { TimeFilter: null, StartUtc: null, EndUtc: null, CreatedUtc: null, Ids: null },
    { Extents: { Companies: false }, Nonsense: [1] },
  ])('takes %j', async (body) => {
    expect((await single.call('getAll', { ...body, Limitation })).status).toBe(200);
  });

  test.each<[string, Body]>([
    ['Limitation', { Limitation: undefined }],
    ['Limitation', { Limitation: null }],
    ['Limitation', { Limitation: 10 }],
    ['Count', { Limitation: {} }],
    ['Count', { Limitation: { Count: 0 } }],
    ['Count', { Limitation: { Count: 1001 } }],
    ['Count', { Limitation: { Count: '10' } }],
    ['Count', { Limitation: { Count: 1.5 } }],
    ['Cursor', { Limitation: { Count: 1, Cursor: 'x' } }],
    ['Cursor', { Limitation: { Count: 1, Cursor: randomUUID() } }],
    ['Ids', { Ids: many }],
    ['Ids', { Ids: ['x'] }],
    ['Ids', { Ids: [5] }],
    ['Ids', { Ids: [null] }],
    ['Ids', { Ids: randomUUID() }],
    ['Ids', { Ids: new Array(250_000).fill(1) }],
    ['MotherCompanyIds', { MotherCompanyIds: many }],
    ['MotherCompanyIds', { MotherCompanyIds: ['mother'] }],
    ['ChainIds', { ChainIds: many }],
    ['ChainIds', { ChainIds: ['x'] }],
    ['ChainIds', { ChainIds: [randomUUID()] }],
    ['Names', { Names: many }],
    ['Names', { Names: ['a', 5] }],
    ['Names', { Names: ['a\u0000'] }],
    ['ExternalIdentifiers', { ExternalIdentifiers: many }],
    ['ActivityStates', { ActivityStates: ['active'] }],
    ['ActivityStates', { ActivityStates: 'Active' }],
    ['CreatedUtc', { CreatedUtc: { StartUtc: '2020-01-01T00:00:00Z', EndUtc: '2020-04-01T00:00:01Z' } }],
    ['CreatedUtc', { CreatedUtc: { StartUtc: '2020-01-02T00:00:00Z', EndUtc: '2020-01-01T00:00:00Z' } }],
    ['CreatedUtc', { CreatedUtc: { StartUtc: '2020-01-01T00:00:00Z' } }],
    ['CreatedUtc', { CreatedUtc: { StartUtc: '2020-01-01', EndUtc: '2020-01-02' } }],
    ['CreatedUtc', { CreatedUtc: { StartUtc: '2020-01-01T00:00Z', EndUtc: '2020-01-02T00:00Z' } }],
    ['CreatedUtc', { CreatedUtc: { StartUtc: '2020-02-30T00:00:00Z', EndUtc: '2020-03-01T00:00:00Z' } }],
    ['CreatedUtc', { CreatedUtc: { StartUtc: '2020-01-01T00:00:00+01:00', EndUtc: '2020-01-02T00:00:00Z' } }],
    ['CreatedUtc', { CreatedUtc: { StartUtc: '0001-01-01T00:00:00Z', EndUtc: '0001-01-02T00:00:00Z' } }],
    ['UpdatedUtc', { UpdatedUtc: { StartUtc: '9999-12-31T00:00:00Z', EndUtc: '9999-12-31T23:59:59Z' } }],
    ['UpdatedUtc', { UpdatedUtc: { StartUtc: 1, EndUtc: 2 } }],
    ['UpdatedUtc', { UpdatedUtc: '2020' }],
    ['TimeFilter', { TimeFilter: 'Changed', ...whole }],
    ['TimeFilter', whole],
    ['StartUtc', { TimeFilter: 'Created', EndUtc: whole.EndUtc }],
    ['EndUtc', { TimeFilter: 'Created', StartUtc: whole.StartUtc }],
    ['StartUtc', { TimeFilter: 'Created', ...whole, EndUtc: '2021-01-01T00:00:00Z' }],
  ])('refuses a wrong %s', async (parameter, body) => {
    const answer = await single.call('getAll', { Limitation, ...body });
    expect([answer.status, errorOf(answer)], JSON.stringify(body).slice(0, 200)).toEqual([400, `Invalid ${parameter}`]);
  });

  test('refuses a chain and a cursor that the token does not reach', async () => {
    const beyond = portfolio.chainIds.filter((id) => !single.chainIds.includes(id));
    const chains = await single.call('getAll', { ChainIds: beyond.slice(0, 1), Limitation });
    expect([chains.status, errorOf(chains)]).toEqual([400, 'Invalid ChainIds']);
    const company = all.find(({ chainId }) => beyond.includes(chainId));
    for (const Cursor of [company?.uuid, theirs[0]?.uuid]) {
      const answer = await single.call('getAll', { Limitation: { Count: 1, Cursor } });
      expect([answer.status, errorOf(answer)]).toEqual([400, 'Invalid Cursor']);
    }
  });
});
