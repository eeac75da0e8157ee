import { and, eq, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, notFound } from '../../errors.ts';
import { enqueue } from '../../worker/queue.ts';
import { recordAudit } from '../audit/mutations.ts';
import { refuseWhileBusy } from '../connections/close-connection.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { archiveLocked, lockCompanies, refuseBusy, restoreLocked } from './archiving.ts';
import { nextCompanyCode } from './company-code.ts';
import { storeContact } from './contact-changes.ts';
import { noteErasure } from './erasing.ts';
import { chainOfNew, insertCompany } from './insert-company.ts';
import { holdMothers } from './mother-company.ts';
import { changedColumns } from './profile-changes.ts';
import { type CreateCompanyInput, newProfile, profileChanges, type UpdateCompanyInput } from './profile-input.ts';
import type { CompanyProfile } from './profile-view.ts';
import { getCompanyProfile } from './profiles.ts';
import { inReach } from './reach.ts';
import type { RenameCompanyInput } from './schema.ts';
import { auditedColumns, type LockedProfile, lockProfile, storeChanges, storeProfile } from './store-profile.ts';
import { storeSubscribers } from './subscribers.ts';

/**
 * Makes a company. What is not given stays empty, but it has a uuid, a chain, a number and a company code from birth; it
 * has no invite link. Throws invalid with every problem.
 */
export async function createCompany(ctx: Context, input: CreateCompanyInput): Promise<CompanyProfile> {
  requirePermission(ctx, 'companies.write');
  const { chainId: wantedChain, ...given } = input;
  const changes = checkedInput(newProfile, given);
  const companyId = await db().transaction(async (tx) => {
    const chainId = await chainOfNew(tx, ctx, wantedChain);
    const generated = changes.companyCode?.trim()
      ? undefined
      : await nextCompanyCode(tx, ctx.organisationId, changes.name);
    const before = { companyId: null, chainId, company: null, profile: null };
    const { company, profile } = await changedColumns(tx, ctx, changes, before);
    const { id } = await insertCompany(tx, ctx, {
      name: changes.name,
      integration: null,
      integrationCategory: null,
      syncFrom: null,
      chainId,
      companyCode: company.companyCode ?? generated,
      columns: company,
    });
    await storeProfile(tx, ctx, id, profile);
    await storeContact(tx, ctx, id, changes);
    if (changes.subscribers) await storeSubscribers(tx, ctx, id, changes.subscribers);
    await recordAudit(tx, ctx, {
      action: 'company.created',
      companyId: id,
      after: auditedColumns({ company, profile }),
    });
    return id;
  });
  return getCompanyProfile(ctx, { companyId });
}

/**
 * Changes a company, archived or not: what is left out stays, null clears. Nothing moves when nothing comes out other
 * than it was. Throws not-found, and invalid with every problem.
 */
export async function updateCompany(ctx: Context, input: UpdateCompanyInput): Promise<CompanyProfile> {
  requirePermission(ctx, 'companies.write');
  const { companyId } = input;
  const changes = checkedInput(profileChanges, input.changes);
  await db().transaction(async (tx) => storeChanges(tx, ctx, changes, await lockProfile(tx, ctx, companyId)));
  return getCompanyProfile(ctx, { companyId });
}

/** Gives a company another name. Throws not-found, also for an archived one. */
export async function renameCompany(ctx: Context, input: RenameCompanyInput): Promise<void> {
  requirePermission(ctx, 'companies.write');
  await db().transaction(async (tx) => {
    await lockCompany(tx, ctx, input.companyId);
    await storeChanges(tx, ctx, { name: input.name }, await lockProfile(tx, ctx, input.companyId));
  });
}

/**
 * Archives a company with its invite link and connection; the credentials are erased. Throws not-found, and conflict
 * while a sync or a write is running.
 */
export async function archiveCompany(ctx: Context, input: { companyId: number }): Promise<void> {
  requirePermission(ctx, 'companies.write');
  await db().transaction(async (tx) => {
    const { name } = await lockCompany(tx, ctx, input.companyId);
    await refuseWhileBusy(tx, input.companyId);
    await archiveLocked(tx, ctx, [{ id: input.companyId, name, archivedAt: null }]);
  });
}

/**
 * Archives companies, all of them or none. One that is archived already stays so. Throws not-found, and conflict naming
 * one that a sync or a write is running for.
 */
export async function archiveCompanies(ctx: Context, input: { companyIds: readonly number[] }): Promise<void> {
  requirePermission(ctx, 'companies.write');
  await db().transaction(async (tx) => {
    const locked = await lockCompanies(tx, ctx, input.companyIds);
    await refuseBusy(tx, locked);
    await archiveLocked(tx, ctx, locked);
  });
}

/**
 * Brings back what archiving took, without credentials: the connection is DISCONNECTED and the link works again.
 * Throws not-found, and conflict when the company is not archived.
 */
export async function restoreCompany(ctx: Context, input: { companyId: number }): Promise<void> {
  requirePermission(ctx, 'companies.write');
  await db().transaction(async (tx) => {
    const locked = await lockCompanies(tx, ctx, [input.companyId]);
    if (locked[0]?.archivedAt === null) throw conflict('The company is not archived');
    await restoreLocked(tx, ctx, locked);
  });
}

/** Brings back archived companies, all of them or none. One that is not archived stays as it is. Throws not-found. */
export async function restoreCompanies(ctx: Context, input: { companyIds: readonly number[] }): Promise<void> {
  requirePermission(ctx, 'companies.write');
  await db().transaction(async (tx) => restoreLocked(tx, ctx, await lockCompanies(tx, ctx, input.companyIds)));
}

/**
 * Removes a company for good: it is gone at once with its link, connection and profile, and its records are erased by
 * the worker. Companies below it lose their mother. Throws not-found, and conflict for one that is or was connected and
 * is not archived, or that a sync or a write is running for.
 */
export async function deleteCompany(ctx: Context, input: { companyId: number }): Promise<void> {
  requirePermission(ctx, 'company.erase');
  await db().transaction(async (tx) => {
    const { company } = await lockProfile(tx, ctx, input.companyId);
    await refuseBusy(tx, [company]);
    const hasConnected = company.connectionStatus !== null;
    if (hasConnected && !company.archivedAt) throw conflict('The company is connected; archive it first');
    await removeLocked(tx, ctx, company);
  });
}

/**
 * The same for a person who typed the company's name, also of a connected company: its stored sign-in is closed with it.
 * Throws invalid when the name is another one.
 */
export async function eraseCompany(ctx: Context, input: { companyId: number; name: string }): Promise<void> {
  requirePermission(ctx, 'company.erase');
  await db().transaction(async (tx) => {
    const { company } = await lockProfile(tx, ctx, input.companyId);
    if (input.name.trim() !== company.name.trim()) {
      throw invalid({ path: 'name', message: `is not ${company.name}. Nothing was erased` });
    }
    await refuseBusy(tx, [company]);
    await archiveLocked(tx, ctx, [company]);
    await removeLocked(tx, ctx, company);
  });
}

/** Deletes a locked company that nothing goes on for, and has the worker erase what it leaves. */
async function removeLocked(tx: Tx, ctx: Context, company: LockedProfile['company']): Promise<void> {
  const { id: companyId, name, companyCode, uuid } = company;
  await holdMothers(tx, company.chainId);
  await noteErasure(tx, ctx, company);
  await tx.delete(companies).where(eq(companies.id, companyId));
  await recordAudit(tx, ctx, { action: 'company.deleted', companyId, before: { name, companyCode, uuid } });
  await enqueue(tx, 'erase-company', { companyId }, { jobKey: `erase-company:${companyId}` });
}

/** Locks a live company within reach until the transaction ends. Throws not-found. */
export async function lockCompany(tx: Tx, ctx: Context, companyId: number): Promise<{ name: string }> {
  const [company] = await tx
    .select({ name: companies.name })
    .from(companies)
    .where(
      and(
        eq(companies.organisationId, ctx.organisationId),
        eq(companies.id, companyId),
        isNull(companies.archivedAt),
        inReach(ctx, companies.id),
      ),
    )
    // Not 'update': inserts that name the company, such as a running sync's pages, must not wait for it.
    .for('no key update');
  if (!company) throw notFound('Company');
  return company;
}
