import { and, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies, inviteLinks } from '../../../db/schema/companies.ts';
import { connections } from '../../../db/schema/connections.ts';
import { categoryOfIntegration, type Integration, type IntegrationCategory } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { insertCompany } from '../companies/insert-company.ts';
import { lockCompany } from '../companies/mutations.ts';
import { availablePlatform } from '../connections/available.ts';
import { moveCompanySyncFrom } from '../sync-config/mutations.ts';
import type { CreateInviteLinkInput } from './schema.ts';

/** What a link leads to: a platform, or with null any of a category. */
export interface LinkTarget {
  integration: Integration | null;
  integrationCategory: IntegrationCategory;
}

/** Throws invalid for a platform that is not available here or does not fit the category. */
export function targetOf(input: CreateInviteLinkInput): LinkTarget {
  const { integration, integrationCategory } = input;
  if (!integration) {
    if (!integrationCategory) throw invalid({ path: 'integration', message: 'is required, or integrationCategory' });
    return { integration: null, integrationCategory };
  }
  const category = categoryOfIntegration[integration];
  if (integrationCategory && integrationCategory !== category) {
    throw invalid({ path: 'integrationCategory', message: `does not fit ${integration}, which is ${category}` });
  }
  if (!availablePlatform(integration)) {
    throw invalid({ path: 'integration', message: `${integration} is not available in this installation` });
  }
  return { integration, integrationCategory: category };
}

/** The company of a new link. */
export interface LinkCompany {
  companyId: number;
  /** It has a connection that is not DISCONNECTED. */
  isConnected: boolean;
}

/** The company a new link is for: a new one by name, or an existing one that has no live link. Locks it. */
export async function companyForLink(
  tx: Tx,
  ctx: Context,
  input: CreateInviteLinkInput,
  target: LinkTarget,
): Promise<LinkCompany> {
  const { companyId } = input;
  if (companyId === undefined) return { companyId: await newCompany(tx, ctx, input, target), isConnected: false };
  await lockCompany(tx, ctx, companyId);
  const isConnected = await refuseOtherPlatform(tx, companyId, target);
  await retireOrRefuse(tx, ctx, companyId);
  await tx
    .update(companies)
    .set({
      integrationCategory: target.integrationCategory,
      ...(target.integration ? { integration: target.integration } : {}),
      updatedAt: ctx.now,
    })
    .where(eq(companies.id, companyId));
  if (input.syncFrom) await moveCompanySyncFrom(tx, { companyId, syncFrom: input.syncFrom });
  return { companyId, isConnected };
}

async function newCompany(tx: Tx, ctx: Context, input: CreateInviteLinkInput, target: LinkTarget): Promise<number> {
  const company = await insertCompany(tx, ctx, {
    name: input.companyName ?? '',
    integration: target.integration,
    integrationCategory: target.integrationCategory,
    syncFrom: input.syncFrom ?? null,
  });
  await recordAudit(tx, ctx, {
    action: 'company.created',
    companyId: company.id,
    after: { name: input.companyName },
  });
  return company.id;
}

/** A company that was connected keeps its platform: its records name that platform's ids. Says whether it is connected. */
async function refuseOtherPlatform(tx: Tx, companyId: number, target: LinkTarget): Promise<boolean> {
  const [known] = await tx
    .select({ integration: connections.integration, category: connections.category, status: connections.status })
    .from(connections)
    .where(eq(connections.companyId, companyId));
  if (!known) return false;
  const fits = target.integration
    ? target.integration === known.integration
    : target.integrationCategory === known.category;
  if (!fits)
    throw invalid({ path: 'integration', message: `this company's records are those of ${known.integration}` });
  return known.status !== 'DISCONNECTED';
}

/** An expired link makes room for a new one; a live one is a conflict. */
async function retireOrRefuse(tx: Tx, ctx: Context, companyId: number): Promise<void> {
  await tx
    .update(inviteLinks)
    .set({ status: 'REVOKED', updatedAt: ctx.now })
    .where(
      and(
        eq(inviteLinks.companyId, companyId),
        eq(inviteLinks.status, 'PENDING'),
        sql`${inviteLinks.expiresAt} <= ${ctx.now.toISOString()}::timestamptz`,
      ),
    );
  const [live] = await tx
    .select({ id: inviteLinks.id })
    .from(inviteLinks)
    .where(and(eq(inviteLinks.companyId, companyId), ne(inviteLinks.status, 'REVOKED')));
  if (live) throw conflict('The company has a live invite link already');
}
