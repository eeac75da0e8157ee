import { and, eq } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { members, userIdentities, users } from '../../../db/schema/members.ts';
import { type Context, makeContext, type SystemContext } from '../../context.ts';
import { forbidden } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { claimInvitation } from '../member-invitations/mutations.ts';
import { insertMember, storeUser } from '../members/mutations.ts';

/** Who somebody is at the provider of single sign-on. */
export interface VouchedPerson {
  issuer: string;
  subject: string;
  /** In lower case. */
  email: string | null;
  isEmailVerified: boolean;
  name: string | null;
}

/**
 * The person whom the provider vouches for: known by the provider's own id, or, the first time, by an e-mail address that
 * the provider has verified. Null for nobody; an address that went from one person of the provider to another opens the
 * account of neither.
 */
export async function personOfIdentity(by: SystemContext, vouched: VouchedPerson): Promise<{ userId: string } | null> {
  return db().transaction(async (tx) => {
    const [known] = await tx
      .select({ userId: userIdentities.userId })
      .from(userIdentities)
      .where(and(eq(userIdentities.issuer, vouched.issuer), eq(userIdentities.subject, vouched.subject)));
    if (known) return known;
    if (!vouched.email || !vouched.isEmailVerified) return null;
    const [person] = await tx
      .select({ userId: users.id })
      .from(users)
      .where(eq(users.email, vouched.email))
      .for('update');
    if (!person || !(await link(tx, by, person.userId, vouched))) return null;
    return person;
  });
}

/**
 * Uses an invitation for whom the provider vouches; `ctx` is the invitation's own. Who has no account gets one without a
 * password. Throws forbidden for another person than who was invited, and conflict for an invitation that no longer works.
 */
export async function joinWithIdentity(
  ctx: Context,
  { invitationId, vouched }: { invitationId: string; vouched: VouchedPerson },
): Promise<{ userId: string }> {
  return db().transaction(async (tx) => {
    const { email, role } = await claimInvitation(tx, ctx, invitationId);
    if (vouched.email !== email || !vouched.isEmailVerified) throw forbidden(`This invitation is for ${email}`);
    const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email)).for('update');
    const name = (vouched.name ?? email.slice(0, email.indexOf('@'))).slice(0, 120);
    const { id: userId } = known ?? (await storeUser(tx, ctx, { email, name, passwordHash: null }));
    if (!(await link(tx, ctx, userId, vouched))) throw forbidden('This account is another person at the provider');
    await insertMember(tx, ctx, { userId, role });
    return { userId };
  });
}

/**
 * Notes who a person is at the provider, and tells their organisations; whether they now are. A person is one there, and
 * the other way round.
 */
async function link(
  tx: Tx,
  by: SystemContext | Context,
  userId: string,
  { issuer, subject }: VouchedPerson,
): Promise<boolean> {
  const [linked] = await tx
    .select({ subject: userIdentities.subject })
    .from(userIdentities)
    .where(and(eq(userIdentities.userId, userId), eq(userIdentities.issuer, issuer)));
  if (linked) return linked.subject === subject;
  const made = await tx
    .insert(userIdentities)
    .values({ issuer, subject, userId, createdAt: by.now })
    .onConflictDoNothing()
    .returning({ userId: userIdentities.userId });
  if (made.length === 0) return false;
  const homes = await tx
    .select({ organisationId: members.organisationId })
    .from(members)
    .where(eq(members.userId, userId));
  for (const { organisationId } of homes) {
    const ctx = makeContext({ ...by, organisationId });
    await recordAudit(tx, ctx, { action: 'user.identity-linked', subjectId: userId, after: { issuer } });
  }
  return true;
}
