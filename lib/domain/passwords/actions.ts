'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action, publicAction } from '../../action.ts';
import { setSessionCookie } from '../../auth/browser-session.ts';
import { openPasswordReset } from '../../auth/password-reset-gate.ts';
import { sessionContext } from '../../auth/session-gate.ts';
import { openSession } from '../../auth/session-row.ts';
import { claimAttempt, claimResetRequest, forgive } from '../../auth/sign-in-throttle.ts';
import { conflict, unauthenticated } from '../../errors.ts';
import { sendsMail } from '../mail/available.ts';
import { memberInput } from '../members/schema.ts';
import {
  changePassword as change,
  choosePassword as choose,
  createResetLink as create,
  refuseWeak,
} from './mutations.ts';
import { requestResetLink } from './requests.ts';
import { changePasswordInput, choosePasswordInput, forgottenPasswordInput } from './schema.ts';

/** Sends a reset link by mail, if anybody has that address; the answer does not tell. */
export const forgotPassword = publicAction(
  forgottenPasswordInput,
  async ({ address, now }, { email }) => {
    if (!sendsMail()) throw conflict('This installation sends no mail. Ask an owner or admin for a reset link.');
    await claimResetRequest(email, address, now);
    await requestResetLink({ email });
    return { email };
  },
  { echo: ['email'] },
);

/** Sets the password that the holder of a reset link chose, and signs them in. */
export const choosePassword = publicAction(
  choosePasswordInput,
  async (request, { token, password }) => {
    const access = await openPasswordReset(token, request);
    if (access.state === 'closed') throw conflict('This link does not work any more. Ask for a new one.');
    const { userId, email } = await choose(access.by, { resetId: access.resetId, password });
    await forgive(email, null, request.now);
    await setSessionCookie(await openSession(userId, request));
    redirect('/');
  },
  { echo: ['token'] },
);

/** Answers the link, this once. */
export const createResetLink = action(memberInput, 'members.write', async (ctx, input) => {
  const { url, expiresAt } = await create(ctx, input);
  return { url, expiresAt: expiresAt.toISOString() };
});

/** Gives the person who is signed in another password; guesses at the current one are throttled like sign-ins. */
export const changePassword = action(changePasswordInput, 'read', async (ctx, input) => {
  const session = await sessionContext();
  if (!session) throw unauthenticated('You are signed out, and nothing was saved. Sign in again.');
  const { email } = session.user;
  // Before the attempt is counted: whoever chooses a weak one has guessed at nothing.
  refuseWeak(input.password, session.user);
  await claimAttempt(email, null, ctx.now);
  await change(ctx, { ...input, sessionId: session.sessionId });
  await forgive(email, null, ctx.now);
  revalidatePath('/settings/security');
});
