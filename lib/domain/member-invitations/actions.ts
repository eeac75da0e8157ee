'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action, type PublicRequest, publicAction } from '../../action.ts';
import { setSessionCookie } from '../../auth/browser-session.ts';
import { openMemberInvitation } from '../../auth/member-invitation-gate.ts';
import { sessionContext } from '../../auth/session-gate.ts';
import { openSession } from '../../auth/session-row.ts';
import { conflict, unauthenticated } from '../../errors.ts';
import { switchOrganisation } from '../sessions/mutations.ts';
import {
  createMemberInvitation as create,
  joinWithAccount as joinKnown,
  joinAsNewPerson as joinNew,
  revokeMemberInvitation as revoke,
} from './mutations.ts';
import { createMemberInvitationInput, joinAsNewInput, joinInput, revokeMemberInvitationInput } from './schema.ts';

/** Answers the link, this once. */
export const createMemberInvitation = action(createMemberInvitationInput, 'members.write', async (ctx, input) => {
  const { url, expiresAt, isMailed } = await create(ctx, input);
  revalidatePath('/settings/members');
  return { url, expiresAt: expiresAt.toISOString(), isMailed };
});

export const revokeMemberInvitation = action(revokeMemberInvitationInput, 'members.write', async (ctx, input) => {
  await revoke(ctx, input);
  revalidatePath('/settings/members');
});

/** Makes the account of somebody who was invited, and signs them in. */
export const joinAsNewPerson = publicAction(
  joinAsNewInput,
  async (request, { token, name, password }) => {
    const { ctx, invitation } = await opened(token, request);
    const { userId } = await joinNew(ctx, { invitationId: invitation.id, name, password });
    await setSessionCookie(await openSession(userId, request));
    redirect('/');
  },
  { echo: ['token', 'name'] },
);

/** Makes somebody who is signed in a member of one more organisation, and shows it. */
export const joinWithAccount = publicAction(joinInput, async (request, { token }) => {
  const session = await sessionContext();
  if (!session) throw unauthenticated('You are signed out. Sign in, then open the link again.');
  const { ctx, invitation } = await opened(token, request);
  await joinKnown(ctx, { invitationId: invitation.id, userId: session.user.id });
  await switchOrganisation(session.ctx, { sessionId: session.sessionId, organisationId: ctx.organisationId });
  revalidatePath('/', 'layout');
  redirect('/');
});

async function opened(token: string, request: PublicRequest) {
  const access = await openMemberInvitation(token, request);
  if (access.state !== 'open') throw conflict('This invitation does not work any more. Ask for a new one.');
  return access;
}
