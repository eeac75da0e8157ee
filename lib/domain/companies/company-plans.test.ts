import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor } from '../../../db/testing/factories.ts';
import { makeManyCompanies } from '../../../db/testing/many-companies.ts';
import type { Context } from '../../context.ts';
import type { CompanyFilter } from './company-filter.ts';
import { type Fragment, filterSql } from './company-filter-sql.ts';
import { companySortFields, countSql, gatherSql, orderSql, walkSql } from './company-page-sql.ts';
import { gatherWalk, mergeWalks } from './company-walk.ts';
import { type Matching, matchingCompanies } from './matching-companies.ts';

await createTestDatabase();

let ctx: Context;
let chainIds: string[];
beforeAll(async () => {
  const made = await makeManyCompanies(sqlClient(), 100_000);
  ctx = contextFor(made.organisationId);
  ({ chainIds } = made);
}, 300_000);

interface PlanNode {
  'Node Type': string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

/** The nodes of a statement's plan, from the top. */
async function planOf(statement: Fragment): Promise<PlanNode[]> {
  const [row] = await sqlClient()<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>`explain (format json) ${statement}`;
  const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => flat(Plan));
}

const typesIn = (nodes: PlanNode[]) => nodes.map((node) => node['Node Type']);
const indexesIn = (nodes: PlanNode[]) => nodes.flatMap((node) => node['Index Name'] ?? []);

const sortIndexes = {
  id: 'companies_organisation',
  name: 'companies_name',
  companyCode: 'companies_code',
  createdAt: 'companies_created',
  lastActivityAt: 'companies_last_activity',
};

describe.each(companySortFields)('a page far into the order by %s', (field) => {
  test.each([true, false])('touches its index alone (backwards: %s)', async (backwards) => {
    const order = orderSql([{ field, descending: false }], backwards);
    const plan = await planOf(walkSql(ctx, undefined, { order, limit: 30, offset: 29_970 }));
    expect(typesIn(plan)).toEqual(['Limit', 'Index Only Scan']);
    expect(indexesIn(plan)).toEqual([sortIndexes[field]]);
  });
});

describe('what a filter finds comes from an index', () => {
  test.each<[CompanyFilter, string[]]>([
    [{ field: 'id', op: 'eq', values: ['4711'] }, ['companies_organisation', 'companies_pkey']],
    [{ field: 'name', op: 'eq', values: ['Finch 1'] }, ['companies_name']],
    [{ field: 'name', op: 'contains', values: ['finch 47'] }, ['companies_search']],
    [{ field: 'companyCode', op: 'eq', values: ['C0004711'] }, ['companies_code']],
    [{ field: 'companyCode', op: 'contains', values: ['4711'] }, ['companies_search']],
    [{ field: 'billingName', op: 'eq', values: ['Finch Ltd.'] }, ['companies_billing_name']],
    [{ field: 'billingName', op: 'contains', values: ['c4711'] }, ['companies_search']],
    [{ field: 'vat', op: 'eq', values: ['DE4711'] }, ['companies_vat']],
    [{ field: 'vat', op: 'contains', values: ['4711'] }, ['companies_search']],
    [{ field: 'defaultCurrency', op: 'eq', values: ['CZK'] }, ['companies_currency']],
    [{ field: 'defaultCurrency', op: 'contains', values: ['zk'] }, ['companies_currency']],
    [{ field: 'defaultSubsidiaryId', op: 'eq', values: ['7'] }, ['companies_subsidiary']],
    [{ field: 'defaultTaxRateId', op: 'eq', values: ['7'] }, ['companies_tax_rate']],
    [{ field: 'tags', op: 'eq', values: ['Rare'] }, ['companies_tags']],
    [{ field: 'status', op: 'eq', values: ['2'] }, ['companies_archived', 'companies_archived_at']],
    [{ field: 'createdAt', op: 'eq', values: ['2024-01-20'] }, ['companies_created']],
    [{ field: 'archivedAt', op: 'eq', values: ['2024-04-20'] }, ['companies_archived_at']],
    [{ field: 'lastActivityAt', op: 'lt', values: ['2024-01-10'] }, ['companies_last_activity']],
    [{ field: 'dueDays', op: 'gt', values: ['115'] }, ['companies_due_days']],
    [{ field: 'query', op: 'eq', values: ['finch 47'] }, ['companies_search']],
  ])('%j', async (filter, indexes) => {
    const condition = filterSql(ctx, filter, 'Europe/Berlin');
    const part = { order: orderSql([], false), limit: 30, offset: 0 };
    for (const statement of [countSql(ctx, condition), gatherSql(ctx, condition, part)]) {
      const plan = await planOf(statement);
      expect(typesIn(plan)).not.toContain('Seq Scan');
      for (const index of indexesIn(plan)) expect(indexes).toContain(index);
    }
  });

  test.each<[CompanyFilter, string]>([
    [{ field: 'defaultCurrency', op: 'eq', values: ['EUR'] }, 'companies_currency'],
    [{ field: 'defaultSubsidiaryId', op: 'eq', values: ['7'] }, 'companies_subsidiary'],
    [{ field: 'defaultTaxRateId', op: 'eq', values: ['7'] }, 'companies_tax_rate'],
    [{ field: 'dueDays', op: 'lt', values: ['40'] }, 'companies_due_days'],
  ])('the live ones of %j are counted without their rows', async (filter, index) => {
    const live = { all: [{ field: 'status', op: 'eq', values: ['1'] } as const, filter] };
    const plan = await planOf(countSql(ctx, filterSql(ctx, live, 'UTC')));
    expect(typesIn(plan)).toContain('Index Only Scan');
    expect(indexesIn(plan)).toEqual([index]);
  });

  test.each<[Matching, string]>([
    [{ connectionStatus: ['HEALTHY'] }, 'companies_status'],
    [{ connectionStatus: [null] }, 'companies_status'],
    [{ integration: ['SANDBOX'] }, 'companies_integration'],
    [{ integrationCategory: 'ACCOUNTING' }, 'companies_category'],
    [{ syncState: 'IDLE' }, 'companies_sync_state'],
    [{ defaultCurrency: ['EUR'] }, 'companies_currency'],
  ])("the console's live ones of %j are counted without their rows", async (matching, index) => {
    const plan = await planOf(sqlClient()`select count(*) from companies c where ${matchingCompanies(ctx, matching)}`);
    expect(typesIn(plan)).toContain('Index Only Scan');
    expect(indexesIn(plan)).toEqual([index]);
  });

  test.each(['zq', 'б', 'жук', '. '])(
    '%j is looked for in the names, not in an index that does not know it',
    async (search) => {
      const plan = await planOf(sqlClient()`select c.id from companies c where ${matchingCompanies(ctx, { search })}`);
      expect(indexesIn(plan)).not.toContain('companies_search');
    },
  );

  test('those of a project, by the project', async () => {
    const plan = await planOf(countSql(ctx, filterSql(ctx, { field: 'projectId', op: 'eq', values: ['1'] }, 'UTC')));
    const looked = indexesIn(plan).filter((name) => name === 'companies_pkey' || name === 'companies_organisation');
    expect(looked).toHaveLength(1);
    expect(typesIn(plan)).not.toContain('Seq Scan');
  });
});

describe('a walk', () => {
  test.each([undefined, ['active'], ['archived']] as const)(
    'of %s goes down one index a chain, without a sort',
    async (states) => {
      const after = { created_at: new Date('2024-01-20T00:00:00Z'), number: '45000', id: '45000' };
      const plan = await planOf(mergeWalks(ctx, { states, limit: 1000 }, after, chainIds));
      const wanted = { active: 'companies_chain_live', archived: 'companies_chain_archived' };
      expect(indexesIn(plan).sort()).toEqual(
        (states ?? (['archived', 'active'] as const)).map((state) => wanted[state]),
      );
      expect(typesIn(plan).filter((type) => type === 'Limit')).toHaveLength(1 + (states?.length ?? 2));
      expect(typesIn(plan)).not.toContain('Seq Scan');
    },
  );

  test('of an interval begins in the middle of the same indexes', async () => {
    const createdAt = { from: new Date('2024-01-20'), to: new Date('2024-01-21') };
    const plan = await planOf(mergeWalks(ctx, { createdAt, limit: 1000 }, null, chainIds));
    expect(indexesIn(plan).sort()).toEqual(['companies_chain_archived', 'companies_chain_live']);
    expect(typesIn(plan)).not.toContain('Seq Scan');
  });

  test('by ids or mothers touches nothing but these', async () => {
    const some = await sqlClient()`
      select m.uuid from companies c join companies m on m.id = c.mother_company_id limit 20`;
    const uuids = some.map(({ uuid }) => String(uuid));
    const byId = await planOf(gatherWalk(ctx, { ids: uuids, limit: 10 }, null));
    expect(indexesIn(byId)).toEqual(['companies_uuid_unique']);
    const byMother = await planOf(gatherWalk(ctx, { motherCompanyIds: uuids, limit: 10 }, null));
    expect(indexesIn(byMother).sort()).toEqual(['companies_mother', 'companies_uuid_unique']);
    for (const plan of [byId, byMother]) expect(typesIn(plan)).not.toContain('Seq Scan');
  });

  test('by external ids, names or an interval of changes begins at what it asks for', async () => {
    const interval = { from: new Date('2024-01-05'), to: new Date('2024-01-06') };
    const cases = [
      [{ externalIds: ['ext-1', 'ext-2'] }, 'companies_external_id'],
      [{ names: ['Finch 1'] }, 'companies_name'],
      [{ updatedAt: interval }, 'companies_updated'],
    ] as const;
    for (const [input, index] of cases) {
      const plan = await planOf(gatherWalk(ctx, { ...input, limit: 10 }, null));
      expect(indexesIn(plan)).toEqual([index]);
    }
  });
});
