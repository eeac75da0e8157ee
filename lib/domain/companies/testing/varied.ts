import fc from 'fast-check';
import { type Sql, sqlClient } from '../../../../db/client.ts';
import type { Context } from '../../../context.ts';
import { nameKey } from '../name-key.ts';

/** A company as the tests of lists make and compare it. */
export interface VariedCompany {
  id: number;
  uuid: string;
  number: number;
  chainId: string;
  name: string;
  companyCode: string;
  billingName: string | null;
  vat: string | null;
  defaultCurrency: string | null;
  defaultSubsidiaryId: number | null;
  dueDays: number | null;
  externalId: string | null;
  motherId: number | null;
  tags: string[];
  createdAt: Date;
  updatedAt: Date;
  archivedAt: Date | null;
  /** Days in the organisation's zone. */
  createdDay: string;
  archivedDay: string | null;
  projectIds: number[];
}

export const words = ['Harbour', 'café', 'Wool_Works', '100%', 'Bäcker', 'Finch', 'IT', 'a\\b'];
export const currencyCodes = ['EUR', 'USD', 'CZK'];
export const tagWords = ['Partner', 'priority', 'Key account', 'VIP'];

/** Round midnight in Berlin, where both the day and the clock change. */
const moments = fc
  .integer({ min: 0, max: 400 })
  .map((step) => new Date(Date.parse('2026-03-27T20:00:00Z') + step * 900_000));

const variedCompany = fc.record({
  name: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
  billingName: fc.option(fc.constantFrom(...words)),
  vat: fc.option(fc.constantFrom('DE1', 'de12', 'AT123', '100%')),
  defaultCurrency: fc.option(fc.constantFrom(...currencyCodes)),
  dueDays: fc.option(fc.integer({ min: 0, max: 5 })),
  externalId: fc.option(fc.constantFrom('e1', 'e2', 'e3')),
  tags: fc.uniqueArray(fc.constantFrom(...tagWords), { maxLength: 3 }),
  subsidiary: fc.option(fc.integer({ min: 0, max: 1 })),
  chain: fc.integer({ min: 0, max: 2 }),
  mother: fc.option(fc.integer({ min: 0, max: 4 })),
  project: fc.option(fc.constant(true)),
  createdAt: moments,
  updatedAfterMs: fc.integer({ min: 0, max: 96 }).map((hours) => hours * 3_600_000),
  archivedAt: fc.option(moments),
});

/** Fills an organisation with companies that differ in everything a list can ask for; the same ones for the same seed. */
export async function makeVaried(ctx: Context, options: { count: number; seed: number }): Promise<VariedCompany[]> {
  const sql = sqlClient();
  await sql`update organisations set time_zone = 'Europe/Berlin' where id = ${ctx.organisationId}`;
  const chainIds = await named(sql, ctx, 'chains');
  const subsidiaryIds = await named(sql, ctx, 'subsidiaries');
  const given = fc.sample(variedCompany, { seed: options.seed, numRuns: options.count });
  const ids: string[] = [];
  for (const [index, one] of given.entries()) {
    const updatedAt = new Date(one.createdAt.getTime() + one.updatedAfterMs);
    const [row] = await sql<{ id: string }[]>`
      insert into companies (
        organisation_id, chain_id, number, company_code, name, name_key, billing_name, vat, default_currency, due_days,
        external_id, tag_list, tag_keys, default_subsidiary_id, mother_company_id, created_at, updated_at,
        last_activity_at, archived_at
      ) values (
        ${ctx.organisationId}, ${chainIds[one.chain] ?? ''}, ${index + 1}, ${`C${(index * 7919) % 1000}_${index}`},
        ${one.name}, ${nameKey(one.name)}, ${one.billingName}, ${one.vat}, ${one.defaultCurrency}, ${one.dueDays},
        ${one.externalId}, ${one.tags}, ${one.tags.map(nameKey)},
        ${one.subsidiary === null ? null : (subsidiaryIds[one.subsidiary] ?? null)},
        ${one.mother === null ? null : (ids[one.mother] ?? null)}, ${one.createdAt}, ${updatedAt}, ${updatedAt},
        ${one.archivedAt}
      ) returning id`;
    ids.push(row?.id ?? '');
    if (one.project) {
      await sql`insert into projects (organisation_id, company_id, name, created_at)
        values (${ctx.organisationId}, ${row?.id ?? ''}, 'Project', now())`;
    }
  }
  return readVaried(ctx);
}

async function named(sql: Sql, ctx: Context, table: 'chains' | 'subsidiaries'): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    insert into ${sql(table)} (organisation_id, name, created_at)
    select ${ctx.organisationId}, name, now() from unnest(array['One', 'Two', 'Three']) name returning id`;
  return rows.map(({ id }) => id);
}

/** The organisation's companies by a query without a condition, newest id first. */
async function readVaried(ctx: Context): Promise<VariedCompany[]> {
  return sqlClient()<VariedCompany[]>`
    select id::int, uuid, number::int, chain_id as "chainId", name, company_code as "companyCode",
      billing_name as "billingName", vat, default_currency as "defaultCurrency",
      default_subsidiary_id::int as "defaultSubsidiaryId", due_days as "dueDays", external_id as "externalId",
      mother_company_id::int as "motherId", tag_list as tags, created_at as "createdAt", updated_at as "updatedAt",
      archived_at as "archivedAt", to_char(created_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "createdDay",
      to_char(archived_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "archivedDay",
      array(select p.id::int from projects p where p.company_id = c.id) as "projectIds"
    from companies c where organisation_id = ${ctx.organisationId} order by id desc`;
}
