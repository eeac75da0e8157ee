'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action, publicAction } from '../../action.ts';
import { setSessionCookie } from '../../auth/browser-session.ts';
import { isFirstRun, openFirstRun } from '../../auth/first-run.ts';
import { signInWithPassword } from '../../auth/sign-in.ts';
import { conflict, invalid } from '../../errors.ts';
import { setUpInstallation, updateOrganisation as update } from './mutations.ts';
import { setUpInput, updateOrganisationInput } from './schema.ts';

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

export const updateOrganisation = action(updateOrganisationInput, 'organisation.write', async (ctx, input) => {
  await update(ctx, input);
  revalidatePath('/', 'layout');
});
