'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action, publicAction } from '../../action.ts';
import { clearSessionCookie, setSessionCookie } from '../../auth/browser-session.ts';
import { sessionContext } from '../../auth/session-gate.ts';
import { revokeSession } from '../../auth/session-row.ts';
import { signInWithPassword } from '../../auth/sign-in.ts';
import { localPath } from '../../auth/site-path.ts';
import { unauthenticated } from '../../errors.ts';
import { switchOrganisation as switchTo } from './mutations.ts';
import { signInInput, switchOrganisationInput } from './schema.ts';

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
  if (session) await revokeSession(session.sessionId, session.ctx.now);
  await clearSessionCookie();
  redirect('/sign-in');
}

/** Shows another organisation of the person's, from its overview. */
export const switchOrganisation = action(switchOrganisationInput, 'read', async (ctx, { organisationId }) => {
  const session = await sessionContext();
  if (!session) throw unauthenticated('You are signed out. Sign in again.');
  await switchTo(ctx, { sessionId: session.sessionId, organisationId });
  revalidatePath('/', 'layout');
  redirect('/');
});
