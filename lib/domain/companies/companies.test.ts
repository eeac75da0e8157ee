import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import { companies } from '../../../db/schema/companies.ts';
import type { Role } from '../../../db/schema/enums.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { type Context, makeContext } from '../../context.ts';
import { createChain } from '../chains/mutations.ts';
import { createInviteLink } from '../invite-links/mutations.ts';
import { createOrganisation } from '../organisations/mutations.ts';
import { createReference } from '../reference-data/mutations.ts';
import { companyListCount, companyListPage } from './company-list.ts';
import { countCompanies, getCompany, listCompanies } from './data.ts';
import { companyFilterOptions } from './filter-options.ts';
import { archiveCompany, createCompany, renameCompany, restoreCompany } from './mutations.ts';
import type { ListCompaniesInput } from './schema.ts';

await createTestDatabase();

let ctx: Context;
let other: Context;

const founder = () => ({
  actor: { type: 'system' as const, id: 'test', label: 'Test' },
  requestId: randomUUID(),
  now: new Date(),
  door: 'test',
});

const as = (role: Role): Context =>
  makeContext({ ...ctx, actor: { type: 'user', id: randomUUID(), label: role, role }, now: new Date() });

async function makeCompany(name: string, context = ctx): Promise<number> {
  const link = await createInviteLink(context, { companyName: name, integrationCategory: 'ACCOUNTING' });
  return link.companyId;
}

beforeAll(async () => {
  ctx = (await createOrganisation(founder(), { name: 'Ours' })).ctx;
  other = (await createOrganisation(founder(), { name: 'Theirs' })).ctx;
});

describe('a new company', () => {
  it('has its uuid, its number in the chain and its code from birth', async () => {
    const company = await getCompany(ctx, { companyId: await makeCompany('Birthday Cakes') });
    expect(company.uuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(company.number).toBeGreaterThan(0);
    expect(company.companyCode).toBe('BIRT');
    expect(company.connection).toBeNull();
    expect(company.inviteLink?.status).toBe('PENDING');
  });

  it('gets a code and a number of its own among a hundred made at once', async () => {
    const ids = await Promise.all(Array.from({ length: 100 }, (_, index) => makeCompany(`Crowd ${index}`)));
    const made = await Promise.all(ids.map((companyId) => getCompany(ctx, { companyId })));
    expect(new Set(made.map((company) => company.companyCode)).size).toBe(100);
    expect(new Set(made.map((company) => company.number)).size).toBe(100);
  });
});

describe('listing companies', () => {
  it('walks every company once, newest first, while others are added', async () => {
    const before = await countCompanies(ctx, {});
    const seen: number[] = [];
    let cursor: { id: number } | undefined;
    do {
      const page = await listCompanies(ctx, { limit: 7, cursor });
      seen.push(...page.companies.map((company) => company.id));
      cursor = page.next ?? undefined;
      await makeCompany('Late comer');
    } while (cursor);
    expect(seen).toHaveLength(before);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });

  it('sorts by name without regard to case and accents, and its cursor goes on after it', async () => {
    for (const name of ['zebra Lists', 'Ábaco Lists', 'mango lists']) await makeCompany(name);
    const names: string[] = [];
    let cursor: { id: number; value: string | null } | undefined;
    do {
      const page = await listCompanies(ctx, { limit: 1, cursor, search: 'lists', sort: 'name', direction: 'asc' });
      names.push(...page.companies.map((company) => company.name));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(names).toEqual(['Ábaco Lists', 'mango lists', 'zebra Lists']);
  });

  it('finds by a part of the name, by the whole id, and takes wildcards as text', async () => {
    const id = await makeCompany('100% Wool_Works');
    const found = async (search: string) =>
      (await listCompanies(ctx, { limit: 50, search })).companies.map((company) => company.id);
    expect(await found('wool_w')).toEqual([id]);
    expect(await found('0% WOOL')).toEqual([id]);
    expect(await found(String(id))).toContain(id);
    expect(await found('w%l')).toEqual([]);
  });

  it('filters by tags, currency and subsidiary, and says what there is of them', async () => {
    const owner = as('owner');
    const { id } = await createReference(owner, { kind: 'subsidiary', name: 'Vienna' });
    const tagged = await createCompany(ctx, { name: 'Tagged', tagList: ['Key account'], defaultCurrency: 'CHF' });
    const vienna = await createCompany(ctx, {
      name: 'Viennese',
      tagList: ['VIP', 'key ACCOUNT'],
      defaultSubsidiaryId: id,
    });
    const found = async (input: Partial<ListCompaniesInput>) => {
      const { companies: rows, count } = await listCompanies(ctx, { limit: 50, ...input });
      expect(count).toBe(rows.length);
      return rows.map((company) => company.id);
    };
    expect(await found({ tags: ['key account'] })).toEqual([vienna.id, tagged.id]);
    expect(await found({ tags: ['vip', 'none'] })).toEqual([vienna.id]);
    expect(await found({ defaultCurrency: ['CHF'], tags: ['Key account'] })).toEqual([tagged.id]);
    expect(await found({ defaultSubsidiaryId: [id] })).toEqual([vienna.id]);
    const options = await companyFilterOptions(ctx);
    expect(options.tags.map(({ value }) => value.toLowerCase())).toEqual(['key account', 'vip']);
    expect(options.currencies).toEqual([{ value: 'CHF', label: 'CHF' }]);
    expect(options.subsidiaries).toEqual([{ value: String(id), label: 'Vienna' }]);
  });

  it('filters by chain, tax rate and document type, as the settings link to it', async () => {
    const { ctx: admin } = await createOrganisation(founder(), { name: 'With chains' });
    const { id: chainId } = await createChain(admin, { name: 'North' });
    const rate = await createReference(admin, { kind: 'tax-rate', name: 'Standard', percentage: '20' });
    const template = await createReference(admin, { kind: 'document-type', name: 'Invoice' });
    const northern = await createCompany(admin, { name: 'Northern', chainId });
    const taxed = await createCompany(admin, { name: 'Taxed', defaultTaxRateId: rate.id });
    const styled = await createCompany(admin, { name: 'Styled', defaultDocumentTypeId: template.id });
    const found = async (query: Record<string, string>) => {
      const { rows } = await companyListPage(admin, new URLSearchParams(query));
      expect(await companyListCount(admin, new URLSearchParams(query))).toBe(rows.length);
      return rows.map((row) => row.id);
    };
    expect(await found({ chain: chainId })).toEqual([northern.id]);
    expect(await found({ 'tax-rate': String(rate.id) })).toEqual([taxed.id]);
    expect(await found({ 'document-type': String(template.id) })).toEqual([styled.id]);
    expect(await found({ chain: 'no chain' })).toHaveLength(3);
  });

  it('keeps its whole total true through archiving and restoring', async () => {
    const before = await countCompanies(ctx, {});
    const companyId = await makeCompany('Counted');
    expect(await countCompanies(ctx, {})).toBe(before + 1);
    await archiveCompany(ctx, { companyId });
    expect(await countCompanies(ctx, {})).toBe(before);
    await restoreCompany(ctx, { companyId });
    expect(await countCompanies(ctx, {})).toBe(before + 1);
    const [recount] = await db()
      .select({ count: sql<number>`count(*)::int` })
      .from(companies)
      .where(sql`organisation_id = ${ctx.organisationId} and archived_at is null`);
    expect(recount?.count).toBe(before + 1);
  });
});

describe('a company of another organisation', () => {
  it('reads as not found, whatever is tried', async () => {
    const companyId = await makeCompany('Secret', other);
    for (const attempt of [
      () => getCompany(ctx, { companyId }),
      () => renameCompany(ctx, { companyId, name: 'Mine now' }),
      () => archiveCompany(ctx, { companyId }),
      () => restoreCompany(ctx, { companyId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
    }
    expect((await getCompany(other, { companyId })).name).toBe('Secret');
  });
});

describe('archiving', () => {
  it('takes the invite link with it, and restoring brings both back', async () => {
    const companyId = await makeCompany('Put Away');
    await archiveCompany(ctx, { companyId });
    await expect(getCompany(ctx, { companyId })).rejects.toMatchObject({ code: 'not-found' });
    const archived = await getCompany(ctx, { companyId, includeArchived: true });
    expect(archived.inviteLink?.status).toBe('REVOKED');
    await restoreCompany(ctx, { companyId });
    expect((await getCompany(ctx, { companyId })).inviteLink?.status).toBe('PENDING');
    await expect(restoreCompany(ctx, { companyId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('leaves an audit row that says who did it', async () => {
    const companyId = await makeCompany('Audited');
    await archiveCompany(as('operator'), { companyId });
    const rows = await db().select().from(auditLog).where(eq(auditLog.companyId, companyId));
    expect(rows.map((row) => row.action)).toContain('company.archived');
    expect(rows.find((row) => row.action === 'company.archived')?.actorLabel).toBe('operator');
  });
});

describe('roles', () => {
  it('let an operator rename and a viewer only look', async () => {
    const companyId = await makeCompany('Roles');
    await renameCompany(as('operator'), { companyId, name: 'Roles Ltd' });
    await expect(renameCompany(as('viewer'), { companyId, name: 'No' })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await getCompany(as('viewer'), { companyId })).name).toBe('Roles Ltd');
  });
});
