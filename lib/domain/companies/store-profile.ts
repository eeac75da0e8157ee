import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { companyProfiles } from '../../../db/schema/company-profiles.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { storeContact } from './contact-changes.ts';
import { type Before, type ChangedColumns, changedColumns, type ProfileColumns } from './profile-changes.ts';
import type { CheckedChanges } from './profile-input.ts';
import { type CompanyRow, emptyProfile } from './profile-view.ts';
import { inReach } from './reach.ts';
import { storeSubscribers } from './subscribers.ts';

/** A company that stands, locked. */
export interface LockedProfile extends Before {
  companyId: number;
  company: CompanyRow;
}

/** Locks a company within reach, archived or not, and reads it as it stands then. Throws not-found. */
export async function lockProfile(tx: Tx, ctx: Context, companyId: number): Promise<LockedProfile> {
  const [company] = await tx
    .select()
    .from(companies)
    .where(
      and(eq(companies.organisationId, ctx.organisationId), eq(companies.id, companyId), inReach(ctx, companies.id)),
    )
    .for('no key update');
  if (!company) throw notFound('Company');
  const [profile] = await tx.select().from(companyProfiles).where(eq(companyProfiles.companyId, companyId));
  return { companyId, chainId: company.chainId, company, profile: profile ?? null };
}

/** Stores a checked change of a locked company with its audit row; without a difference nothing moves. Throws invalid. */
export async function storeChanges(
  tx: Tx,
  ctx: Context,
  changes: CheckedChanges,
  before: LockedProfile,
): Promise<void> {
  const { companyId } = before;
  const changed = await changedColumns(tx, ctx, changes, before);
  const contact = await storeContact(tx, ctx, companyId, changes);
  const subscribers = changes.subscribers ? await storeSubscribers(tx, ctx, companyId, changes.subscribers) : null;
  // An object from the first change on, as clients of the JSON:API know it.
  const settings = changed.profile.settings ?? before.profile?.settings ?? {};
  await storeProfile(tx, ctx, companyId, { ...changed.profile, settings });
  const after = {
    ...auditedColumns(changed),
    ...(contact && { contact: contact.after }),
    ...(subscribers && { subscribers: subscribers.after }),
  };
  if (Object.keys(after).length === 0) return;
  await tx
    .update(companies)
    .set({ ...changed.company, updatedAt: ctx.now, lastActivityAt: ctx.now })
    .where(eq(companies.id, companyId));
  await recordAudit(tx, ctx, {
    action: Object.keys(after).join() === 'name' ? 'company.renamed' : 'company.changed',
    companyId,
    before: {
      ...valuesBefore(before, Object.keys(auditedColumns(changed))),
      ...(contact && { contact: contact.before }),
      ...(subscribers && { subscribers: subscribers.before }),
    },
    after,
  });
}

/** Sets columns of a company's profile row, which is made when it is not there. */
export async function storeProfile(tx: Tx, ctx: Context, companyId: number, columns: ProfileColumns): Promise<void> {
  if (Object.keys(columns).length === 0) return;
  await tx
    .insert(companyProfiles)
    .values({ ...columns, companyId, organisationId: ctx.organisationId })
    .onConflictDoUpdate({ target: companyProfiles.companyId, set: columns });
}

/** What the audit log tells of a change: no columns that follow from others. */
export function auditedColumns({ company, profile }: ChangedColumns): Record<string, unknown> {
  const { nameKey: _nameKey, tagKeys: _tagKeys, dueDays: _dueDays, ...told } = company;
  return { ...told, ...profile };
}

const valuesBefore = ({ company, profile }: LockedProfile, keys: readonly string[]): Record<string, unknown> => {
  const known = new Map<string, unknown>(Object.entries({ ...emptyProfile, ...profile, ...company }));
  return Object.fromEntries(keys.map((key) => [key, known.get(key) ?? null]));
};
