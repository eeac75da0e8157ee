'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action, publicAction } from '../../action.ts';
import { clearSessionCookie, setSessionCookie } from '../../auth/browser-session.ts';
import { sessionContext } from '../../auth/session-gate.ts';
import { revokeSession as endSession } from '../../auth/session-row.ts';
import { signInWithPassword } from '../../auth/sign-in.ts';
import { localPath } from '../../auth/site-path.ts';
import { unauthenticated } from '../../errors.ts';
import { memberInput } from '../members/schema.ts';
import {
  revokeSession as revoke,
  revokeMemberSessions as revokeAllOf,
  revokeOtherSessions as revokeOthers,
  switchOrganisation as switchTo,
} from './mutations.ts';
import { sessionInput, signInInput, switchOrganisationInput } from './schema.ts';

/** Signs a browser in and sends it where it wanted to go. A failure gives the e-mail back, never the password. */
export const signIn = publicAction(
  signInInput,
  async (request, input) => {
    await setSessionCookie(await signInWithPassword(input, request));
    redirect(localPath(input.next));
  },
  { echo: ['email', 'next'] },
);

/** Ends this browser's session. */
export async function signOut(): Promise<void> {
  const session = await sessionContext();
  if (session) await endSession(session.sessionId, session.ctx.now);
  await clearSessionCookie();
  redirect('/sign-in');
}

/** Shows another organisation of the person's, from its overview. */
export const switchOrganisation = action(switchOrganisationInput, 'read', async (ctx, { organisationId }) => {
  await switchTo(ctx, { sessionId: await ownSessionId(), organisationId });
  revalidatePath('/', 'layout');
  redirect('/');
});

/** Signs one browser out, of one's own or of a member. */
export const revokeSession = action(sessionInput, 'read', async (ctx, input) => {
  await revoke(ctx, input);
  revalidatePath('/settings/security');
});

/** Signs every other browser of the person out. */
export const revokeOtherSessions = action(z.object({}), 'read', async (ctx) => {
  const ended = await revokeOthers(ctx, { sessionId: await ownSessionId() });
  revalidatePath('/settings/security');
  return ended;
});

/** Signs a member out everywhere. */
export const revokeMemberSessions = action(memberInput, 'members.write', async (ctx, input) => {
  await revokeAllOf(ctx, input);
  revalidatePath('/', 'layout');
});

async function ownSessionId(): Promise<string> {
  const session = await sessionContext();
  if (!session) throw unauthenticated('You are signed out. Sign in again.');
  return session.sessionId;
}
