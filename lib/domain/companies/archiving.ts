import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies, inviteLinks } from '../../../db/schema/companies.ts';
import { companyProfiles } from '../../../db/schema/company-profiles.ts';
import { connections } from '../../../db/schema/connections.ts';
import type { Context } from '../../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { auditAuthor, recordCompanyAudits } from '../audit/mutations.ts';
import { closeConnection } from '../connections/close-connection.ts';
import { publishIntegrationEvents } from '../webhooks/company-events.ts';
import { inReach } from './reach.ts';

export interface LockedCompany {
  id: number;
  name: string;
  archivedAt: Date | null;
}

/** Locks companies within reach, archived or not, in the order of their ids. Throws not-found when one of them is not. */
export async function lockCompanies(tx: Tx, ctx: Context, companyIds: readonly number[]): Promise<LockedCompany[]> {
  const ids = [...new Set(companyIds)];
  const rows = await tx
    .select({ id: companies.id, name: companies.name, archivedAt: companies.archivedAt })
    .from(companies)
    .where(
      and(eq(companies.organisationId, ctx.organisationId), inArray(companies.id, ids), inReach(ctx, companies.id)),
    )
    .orderBy(asc(companies.id))
    .for('no key update');
  if (rows.length !== ids.length) throw notFound('Company');
  return rows;
}

/** Throws conflict naming the first of the companies that a sync or a write is running for. The caller holds their rows. */
export async function refuseBusy(tx: Tx, locked: readonly LockedCompany[]): Promise<void> {
  const [active] = await tx.execute<{ company_id: string }>(sql`
    select company_id from syncs
    where status in ('QUEUED', 'RUNNING') and ${inArray(
      sql`company_id`,
      locked.map(({ id }) => id),
    )}
    order by company_id limit 1`);
  const busy = active && locked.find(({ id }) => id === Number(active.company_id));
  if (busy) throw conflict(`${busy.name}: a sync or a write is running; wait for it to end or cancel it`);
}

/** Archives locked companies that nothing is running for, each with its invite link and connection. */
export async function archiveLocked(tx: Tx, ctx: Context, locked: readonly LockedCompany[]): Promise<void> {
  const ids = locked.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id);
  if (ids.length === 0) return;
  const connected = await tx
    .select({ companyId: connections.companyId })
    .from(connections)
    .where(and(inArray(connections.companyId, ids), ne(connections.status, 'DISCONNECTED')));
  for (const { companyId } of connected) await closeConnection(tx, ctx, companyId);
  await tx
    .update(inviteLinks)
    .set({ status: 'REVOKED', revokedByArchive: true, updatedAt: ctx.now })
    .where(and(inArray(inviteLinks.companyId, ids), ne(inviteLinks.status, 'REVOKED')));
  await tx
    .update(companies)
    .set({ archivedAt: ctx.now, updatedAt: ctx.now, lastActivityAt: ctx.now })
    .where(and(inArray(companies.id, ids), isNull(companies.archivedAt)));
  await noteFirstChange(tx, ctx, ids);
  await tellOf(tx, ctx, ids, 'company.archived', 'ARCHIVED');
}

/** Brings back what archiving took of locked companies, without credentials. */
export async function restoreLocked(tx: Tx, ctx: Context, locked: readonly LockedCompany[]): Promise<void> {
  const ids = locked.filter(({ archivedAt }) => archivedAt !== null).map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .update(companies)
    .set({ archivedAt: null, updatedAt: ctx.now, lastActivityAt: ctx.now })
    .where(and(inArray(companies.id, ids), isNotNull(companies.archivedAt)));
  await tx
    .update(inviteLinks)
    .set({ status: 'PENDING', revokedByArchive: false, updatedAt: ctx.now })
    .where(and(inArray(inviteLinks.companyId, ids), eq(inviteLinks.revokedByArchive, true)));
  await noteFirstChange(tx, ctx, ids);
  await tellOf(tx, ctx, ids, 'company.restored', 'RESTORED');
}

/** One audit row and one event a company. */
async function tellOf(
  tx: Tx,
  ctx: Context,
  companyIds: readonly number[],
  action: string,
  topic: 'ARCHIVED' | 'RESTORED',
): Promise<void> {
  const entries = companyIds.map((companyId) => ({ companyId }));
  await recordCompanyAudits(tx, auditAuthor(ctx), action, entries, ctx.now);
  await publishIntegrationEvents(tx, ctx, { companyIds, topic });
}

/** From its first change on a company has settings, if empty ones. */
async function noteFirstChange(tx: Tx, ctx: Context, ids: readonly number[]): Promise<void> {
  const values = ids.map((companyId) => ({ companyId, organisationId: ctx.organisationId, settings: {} }));
  await tx
    .insert(companyProfiles)
    .values(values)
    .onConflictDoUpdate({
      target: companyProfiles.companyId,
      set: { settings: sql`coalesce(${companyProfiles.settings}, '{}')` },
    });
}
