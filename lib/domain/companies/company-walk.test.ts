import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { type CompanyWalkInput, walkCompanies } from './company-walk.ts';
import { createCompany } from './mutations.ts';
import { makeVaried, type VariedCompany } from './testing/varied.ts';

await createTestDatabase();

let ctx: Context;
let all: VariedCompany[];
let theirs: VariedCompany[];
beforeAll(async () => {
  ({ ctx } = await makeOrganisation());
  const { ctx: others } = await makeOrganisation({ name: 'Others' });
  theirs = await makeVaried(others, { count: 20, seed: 3 });
  all = await makeVaried(ctx, { count: 200, seed: 4 });
  all.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || b.number - a.number);
});

/** Every page of a walk, to its end. */
async function pages(context: Context, input: CompanyWalkInput): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor = input.cursor; ; ) {
    const page = await walkCompanies(context, { ...input, cursor });
    seen.push(...page.companies.map(({ uuid }) => uuid));
    expect(page.cursor).toBe(page.companies.at(-1)?.uuid ?? null);
    if (page.companies.length < input.limit || !page.cursor) return seen;
    cursor = page.cursor;
  }
}

const within = (moment: Date, { from, to }: { from: Date; to: Date }) => moment >= from && moment <= to;

function holds(company: VariedCompany, input: CompanyWalkInput): boolean {
  const mother = all.find(({ id }) => id === company.motherId)?.uuid ?? '';
  return [
    !input.chainIds || input.chainIds.includes(company.chainId),
    !input.ids || input.ids.includes(company.uuid),
    !input.names || input.names.includes(company.name),
    !input.externalIds || input.externalIds.includes(company.externalId ?? ''),
    !input.motherCompanyIds || input.motherCompanyIds.includes(mother),
    !input.createdAt || within(company.createdAt, input.createdAt),
    !input.updatedAt || within(company.updatedAt, input.updatedAt),
    !input.states || input.states.includes(company.archivedAt ? 'archived' : 'active'),
  ].every(Boolean);
}

const someOf = (values: string[], stranger: string) =>
  fc.option(fc.subarray([...new Set([...values, stranger])], { minLength: 1 }), { nil: undefined });

const interval = () =>
  fc.option(
    fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)).map(([a, b]) => {
      const [from, to] = [a.createdAt, b.updatedAt].sort((x, y) => x.getTime() - y.getTime());
      return { from: from ?? a.createdAt, to: to ?? a.createdAt };
    }),
    { nil: undefined },
  );

const inputs = (): fc.Arbitrary<CompanyWalkInput> =>
  fc.record({
    chainIds: someOf(
      all.map(({ chainId }) => chainId),
      theirs[0]?.chainId ?? '',
    ),
    ids: someOf(
      all.slice(0, 40).map(({ uuid }) => uuid),
      theirs[0]?.uuid ?? '',
    ),
    names: someOf(
      all.slice(0, 30).map(({ name }) => name),
      'a\0b',
    ),
    externalIds: someOf(['e1', 'e2'], 'E1'),
    motherCompanyIds: someOf(
      all.filter(({ id }) => all.some(({ motherId }) => motherId === id)).map(({ uuid }) => uuid),
      randomUUID(),
    ),
    createdAt: interval(),
    updatedAt: interval(),
    states: fc.option(fc.subarray(['active', 'archived'] as const), { nil: undefined }),
    limit: fc.integer({ min: 1, max: 50 }),
  });

describe('a walk over companies', () => {
  it('meets everything that is asked for once, newest first, whatever is combined', async () => {
    const loose = inputs().chain((input) =>
      fc.subarray(Object.keys(input).filter((key) => key !== 'limit') as (keyof CompanyWalkInput)[]).map((left) => {
        const kept: CompanyWalkInput = { ...input };
        for (const key of left) if (key !== 'limit') delete kept[key];
        return kept;
      }),
    );
    await fc.assert(
      fc.asyncProperty(loose, async (input) => {
        const expected = all.filter((company) => holds(company, input)).map(({ uuid }) => uuid);
        expect(await pages(ctx, input)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('goes on behind its cursor though companies are added', async () => {
    const { ctx: mine } = await makeOrganisation();
    for (let index = 0; index < 7; index++) await createCompany(mine, { name: `Made ${index}` });
    const seen: number[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 4; page++) {
      const { companies, cursor: next } = await walkCompanies(mine, { limit: 2, cursor });
      seen.push(...companies.map(({ number }) => number));
      cursor = next ?? undefined;
      await createCompany({ ...mine, now: new Date(mine.now.getTime() + 1000 + page) }, { name: 'Late' });
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('stays within the chains in reach', async () => {
    const chainId = all[0]?.chainId ?? '';
    const limited: Context = { ...ctx, reach: { kind: 'chains', chainIds: [chainId] } };
    const own = all.filter((company) => company.chainId === chainId).map(({ uuid }) => uuid);
    expect(await pages(limited, { limit: 50 })).toEqual(own);
    expect(await pages(limited, { limit: 50, ids: all.map(({ uuid }) => uuid) })).toEqual(own);
    const beyond = all.find((company) => company.chainId !== chainId)?.uuid;
    const unknown = { code: 'invalid', details: { issues: [{ path: 'cursor' }] } };
    await expect(walkCompanies(limited, { limit: 1, cursor: beyond })).rejects.toMatchObject(unknown);
    await expect(walkCompanies(ctx, { limit: 1, cursor: theirs[0]?.uuid })).rejects.toMatchObject(unknown);
  });

  it('of nothing has no cursor', async () => {
    expect(await walkCompanies(ctx, { limit: 5, ids: [randomUUID()] })).toEqual({ companies: [], cursor: null });
  });
});
