'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import {
  createAccessToken as create,
  revokeAccessToken as revoke,
  revokeIntegrationClient as revokeClient,
} from './mutations.ts';
import { createAccessTokenInput, revokeAccessTokenInput, revokeClientInput } from './schema.ts';

/** Answers the tokens whole, this once. */
export const createAccessToken = action(createAccessTokenInput, 'api-keys.write', async (ctx, input) => {
  const made = await create(ctx, input);
  revalidatePath('/', 'layout');
  return made;
});

export const revokeAccessToken = action(revokeAccessTokenInput, 'api-keys.write', async (ctx, input) => {
  await revoke(ctx, input);
  revalidatePath('/', 'layout');
});

export const revokeIntegrationClient = action(revokeClientInput, 'api-keys.write', async (ctx, input) => {
  await revokeClient(ctx, input);
  revalidatePath('/', 'layout');
});
