import { eq, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { users } from '../../../db/schema/members.ts';
import { chains, organisations } from '../../../db/schema/organisations.ts';
import { requireSettings } from '../../auth/permissions.ts';
import { type Context, makeContext, type SystemContext } from '../../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { insertMember, insertUser } from '../members/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import {
  type NewOrganisationInput,
  newOrganisationInput,
  type SetUpInput,
  type UpdateOrganisationInput,
  updateOrganisationInput,
} from './schema.ts';

export interface CreatedOrganisation {
  id: number;
  /** Who made it, inside the new organisation. */
  ctx: Context;
}

/** Makes an organisation with all it has from birth. Throws invalid. */
export async function createOrganisation(by: SystemContext, input: NewOrganisationInput): Promise<CreatedOrganisation> {
  return db().transaction((tx) => insertOrganisation(tx, by, input));
}

/** createOrganisation inside the caller's transaction. */
export async function insertOrganisation(
  tx: Tx,
  by: SystemContext,
  input: NewOrganisationInput,
): Promise<CreatedOrganisation> {
  const { name, timeZone = 'UTC', isDemo = false } = checkedInput(newOrganisationInput, input);
  const [made] = await tx
    .insert(organisations)
    .values({ name, timeZone, isDemo, createdAt: by.now })
    .returning({ id: organisations.id });
  if (!made) throw new Error('The organisation was not stored');
  await tx.insert(chains).values({ organisationId: made.id, name, isDefault: true, createdAt: by.now });
  const ctx = makeContext({ ...by, organisationId: made.id });
  await recordAudit(tx, ctx, { action: 'organisation.created', after: { name, timeZone } });
  return { id: made.id, ctx };
}

/** Gives the organisation another name or time zone. Throws forbidden, invalid. */
export async function updateOrganisation(ctx: Context, given: UpdateOrganisationInput): Promise<void> {
  requireSettings(ctx);
  const { name, timeZone } = checkedInput(updateOrganisationInput, given);
  await db().transaction(async (tx) => {
    const [before] = await tx
      .select({ name: organisations.name, timeZone: organisations.timeZone })
      .from(organisations)
      .where(eq(organisations.id, ctx.organisationId))
      .for('update');
    if (!before) throw notFound('Organisation');
    if (before.name === name && before.timeZone === timeZone) return;
    await tx.update(organisations).set({ name, timeZone }).where(eq(organisations.id, ctx.organisationId));
    await recordAudit(tx, ctx, { action: 'organisation.changed', before, after: { name, timeZone } });
  });
}

/**
 * First run: makes the first organisation and its owner. Only on an installation without people, however many try at
 * once. Throws conflict when somebody was first.
 */
export async function setUpInstallation(by: SystemContext, input: SetUpInput): Promise<{ userId: string }> {
  return db().transaction(async (tx) => {
    await tx.execute(sql`lock table ${users} in share row exclusive mode`);
    const [somebody] = await tx.select({ id: users.id }).from(users).limit(1);
    if (somebody) throw conflict('Ledgerline is set up already. Sign in instead.');
    const { ctx } = await insertOrganisation(tx, by, { name: input.organisationName, timeZone: input.timeZone });
    const { id: userId } = await insertUser(tx, ctx, input);
    await insertMember(tx, ctx, { userId, role: 'owner' });
    return { userId };
  });
}
