import { and, eq, gt, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import type { Role } from '../../../db/schema/enums.ts';
import { memberInvitations, members, users } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { hashToken, newToken } from '../../crypto/tokens.ts';
import { env } from '../../env.ts';
import { conflict, forbidden, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { sendsMail } from '../mail/available.ts';
import { queueMail } from '../mail/mutations.ts';
import { insertMember, insertUser } from '../members/mutations.ts';
import { requireRank } from '../members/standing.ts';
import { getOrganisation } from '../organisations/data.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import {
  type CreatedMemberInvitation,
  type CreateMemberInvitationInput,
  createMemberInvitationInput,
  invitationDays,
  type RevokeMemberInvitationInput,
} from './schema.ts';

const dayMs = 86_400_000;

/**
 * Makes a link by which one person, known by e-mail address, becomes a member. It is given back once and stored as its
 * digest; an earlier one for the same address stops working. Throws invalid, forbidden where it takes an owner, and
 * conflict for somebody who is a member.
 */
export async function createMemberInvitation(
  ctx: Context,
  given: CreateMemberInvitationInput,
): Promise<CreatedMemberInvitation> {
  requirePermission(ctx, 'members.write');
  const { email, role } = checkedInput(createMemberInvitationInput, given);
  requireRank(ctx, role);
  const token = newToken('lm');
  const expiresAt = new Date(ctx.now.getTime() + invitationDays * dayMs);
  return db().transaction(async (tx) => {
    await refuseMember(tx, ctx, email);
    await tx
      .update(memberInvitations)
      .set({ revokedAt: ctx.now })
      .where(and(ours(ctx), eq(memberInvitations.email, email), isOpen));
    const [made] = await tx
      .insert(memberInvitations)
      .values({
        organisationId: ctx.organisationId,
        email,
        role,
        hash: hashToken(token),
        invitedBy: ctx.actor.label,
        createdAt: ctx.now,
        expiresAt,
      })
      // Two at the same moment: the first one stands.
      .onConflictDoNothing()
      .returning({ id: memberInvitations.id });
    if (!made) throw conflict(`Somebody invites ${email} at this moment. Reload the page to see the invitation.`);
    await recordAudit(tx, ctx, { action: 'member-invitation.created', subjectId: made.id, after: { email, role } });
    const url = `${env().publicUrl}/join/${token}`;
    return { id: made.id, url, expiresAt, isMailed: await mailLink(tx, ctx, { email, role, url }) };
  });
}

/** Sends the link where this installation sends mail; elsewhere whoever made it passes it on. */
async function mailLink(tx: Tx, ctx: Context, link: { email: string; role: Role; url: string }): Promise<boolean> {
  if (!sendsMail()) return false;
  const { name: organisation } = await getOrganisation(ctx);
  const { email: recipient, url } = link;
  await queueMail(tx, {
    organisationId: ctx.organisationId,
    kind: 'INVITATION',
    recipient,
    message: {
      subject: `${ctx.actor.label} invites you to ${organisation}`,
      senderName: organisation,
      body: [
        `${ctx.actor.label} invites you to ${organisation} on Ledgerline, as ${link.role}.`,
        `The link works once, for ${invitationDays} days, and only for ${recipient}.`,
      ],
      action: { label: `Join ${organisation}`, url },
      note: 'If you expected no invitation, do nothing: without the link nobody joins in your name.',
    },
    now: ctx.now,
  });
  return true;
}

/** Ends an invitation; revoking one that is used or revoked changes nothing. Throws not-found. */
export async function revokeMemberInvitation(ctx: Context, input: RevokeMemberInvitationInput): Promise<void> {
  requirePermission(ctx, 'members.write');
  const one = and(ours(ctx), eq(memberInvitations.id, input.invitationId));
  await db().transaction(async (tx) => {
    const [revoked] = await tx
      .update(memberInvitations)
      .set({ revokedAt: ctx.now })
      .where(and(one, isOpen))
      .returning({ email: memberInvitations.email, role: memberInvitations.role });
    if (!revoked) {
      const [known] = await tx.select({ id: memberInvitations.id }).from(memberInvitations).where(one);
      if (!known) throw notFound('Invitation');
      return;
    }
    await recordAudit(tx, ctx, {
      action: 'member-invitation.revoked',
      subjectId: input.invitationId,
      before: revoked,
    });
  });
}

/**
 * Uses an invitation to make an account and its membership; `ctx` is the invitation's own. Throws invalid, and conflict
 * for an invitation that no longer works and for an address that has an account.
 */
export async function joinAsNewPerson(
  ctx: Context,
  input: { invitationId: string; name: string; password: string },
): Promise<{ userId: string }> {
  return db().transaction(async (tx) => {
    const { email, role } = await claimInvitation(tx, ctx, input.invitationId);
    const { id: userId } = await insertUser(tx, ctx, { email, name: input.name, password: input.password });
    await insertMember(tx, ctx, { userId, role });
    return { userId };
  });
}

/**
 * Uses an invitation to make a person with an account a member; `ctx` is the invitation's own. Throws forbidden for
 * somebody else than who was invited, and conflict for an invitation that no longer works.
 */
export async function joinWithAccount(ctx: Context, input: { invitationId: string; userId: string }): Promise<void> {
  await db().transaction(async (tx) => {
    const { email, role } = await claimInvitation(tx, ctx, input.invitationId);
    const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, input.userId));
    if (person?.email !== email) throw forbidden(`This invitation is for ${email}. Sign in as them to use it.`);
    await insertMember(tx, ctx, { userId: input.userId, role });
  });
}

/** Claims an invitation for its one use, in the caller's transaction. Throws conflict for one that no longer works. */
export async function claimInvitation(
  tx: Tx,
  ctx: Context,
  invitationId: string,
): Promise<{ email: string; role: Role }> {
  const [used] = await tx
    .update(memberInvitations)
    .set({ acceptedAt: ctx.now })
    .where(and(ours(ctx), eq(memberInvitations.id, invitationId), isOpen, gt(memberInvitations.expiresAt, ctx.now)))
    .returning({ email: memberInvitations.email, role: memberInvitations.role });
  if (!used) throw conflict('This invitation does not work any more. Ask for a new one.');
  await recordAudit(tx, ctx, { action: 'member-invitation.accepted', subjectId: invitationId, after: used });
  return used;
}

async function refuseMember(tx: Tx, ctx: Context, email: string): Promise<void> {
  const [member] = await tx
    .select({ name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.organisationId, ctx.organisationId), eq(users.email, email)));
  if (member) throw conflict(`${member.name} (${email}) is a member already.`);
}

const ours = (ctx: Context) => eq(memberInvitations.organisationId, ctx.organisationId);
const isOpen = and(isNull(memberInvitations.acceptedAt), isNull(memberInvitations.revokedAt));
