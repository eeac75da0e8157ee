import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import type { Integration, IntegrationCategory } from '../../../db/schema/enums.ts';
import { chains } from '../../../db/schema/organisations.ts';
import { requireWholeOrganisation } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { invalid } from '../../errors.ts';
import { nextCompanyCode } from './company-code.ts';
import { nameKey } from './name-key.ts';
import type { CompanyColumns } from './profile-changes.ts';

export interface NewCompany {
  name: string;
  integration: Integration | null;
  integrationCategory: IntegrationCategory | null;
  syncFrom: Date | null;
  /** Default: the organisation's default chain. */
  chainId?: string;
  /** Default: generated from the name. */
  companyCode?: string;
  /** What else is known of it, checked already. */
  columns?: CompanyColumns;
}

/** Makes a company with everything it has from birth: uuid, chain, number and company code. For other mutations. */
export async function insertCompany(tx: Tx, ctx: Context, input: NewCompany): Promise<{ id: number }> {
  const code = input.companyCode ?? (await nextCompanyCode(tx, ctx.organisationId, input.name));
  const [chain] = await tx
    .update(chains)
    .set({ lastNumber: sql`${chains.lastNumber} + 1` })
    .where(and(eq(chains.organisationId, ctx.organisationId), thisOrDefault(input.chainId)))
    .returning({ id: chains.id, number: chains.lastNumber });
  if (!chain) throw new Error(`Organisation ${ctx.organisationId} has no such chain`);
  const [company] = await tx
    .insert(companies)
    .values({
      ...input.columns,
      organisationId: ctx.organisationId,
      chainId: chain.id,
      number: chain.number,
      companyCode: code,
      name: input.name,
      nameKey: nameKey(input.name),
      integration: input.integration,
      integrationCategory: input.integrationCategory,
      syncFrom: input.syncFrom,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      lastActivityAt: ctx.now,
    })
    .returning({ id: companies.id });
  if (!company) throw new Error('The company was not stored');
  return company;
}

const thisOrDefault = (chainId: string | undefined) =>
  chainId === undefined ? eq(chains.isDefault, true) : eq(chains.id, chainId);

/**
 * The chain of a new company: the one that is named, the only one within reach, or the default one. Throws invalid for a
 * chain out of reach, forbidden where no new company can be within reach.
 */
export async function chainOfNew(tx: Tx, ctx: Context, chainId: string | undefined): Promise<string> {
  const { reach } = ctx;
  if (reach.kind === 'companies') requireWholeOrganisation(ctx);
  const within = reach.kind === 'chains' ? reach.chainIds : null;
  const wanted = chainId ?? (within?.length === 1 ? within[0] : undefined);
  const known = await tx
    .select({ id: chains.id, isDefault: chains.isDefault })
    .from(chains)
    .where(eq(chains.organisationId, ctx.organisationId));
  const chain = known.find(({ id, isDefault }) => (wanted === undefined ? isDefault : id === wanted.toLowerCase()));
  if (!chain || (within && !within.includes(chain.id))) throw invalid({ path: 'chainId', message: 'must exist' });
  return chain.id;
}
