'use server';

import { redirect } from 'next/navigation';
import { publicAction } from '../../action.ts';
import { setSessionCookie } from '../../auth/browser-session.ts';
import { isFirstRun, openFirstRun } from '../../auth/first-run.ts';
import { signInWithPassword } from '../../auth/sign-in.ts';
import { conflict, invalid } from '../../errors.ts';
import { setUpInstallation } from './mutations.ts';
import { setUpInput } from './schema.ts';

/** First run: makes the owner and the organisation, and signs the owner in. */
export const setUp = publicAction(
  setUpInput,
  async (request, input) => {
    const founder = await openFirstRun(input.code, request.now);
    if (!founder && !(await isFirstRun())) throw conflict('Ledgerline is set up already. Sign in instead.');
    if (!founder) throw invalid({ path: 'code', message: 'must be the code that the last start printed' });
    await setUpInstallation(founder, input);
    await setSessionCookie(await signInWithPassword(input, request));
    redirect('/');
  },
  { echo: ['code', 'organisationName', 'name', 'email'] },
);
