'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { retryTrouble as retry, setIncidentSubscription as setSubscription } from './mutations.ts';
import { incidentKey, incidentSubscriptionInput } from './schema.ts';

/** An operator lets all companies that have a trouble be synced again. */
export const retryTrouble = action(incidentKey, 'syncs.write', async (ctx, input) => {
  const outcome = await retry(ctx, input);
  revalidatePath('/', 'layout');
  return outcome;
});

/** A member wants to be told of new incidents by mail, or no more. */
export const setIncidentSubscription = action(incidentSubscriptionInput, 'read', async (ctx, input) => {
  await setSubscription(ctx, input);
  revalidatePath('/');
});
