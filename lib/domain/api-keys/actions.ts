'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { createApiKey as create, revokeApiKey as revoke } from './mutations.ts';
import { createApiKeyInput, revokeApiKeyInput } from './schema.ts';

/** Answers the key whole, this once. */
export const createApiKey = action(createApiKeyInput, 'api-keys.write', async (ctx, input) => {
  const made = await create(ctx, input);
  revalidatePath('/api-keys');
  return made;
});

export const revokeApiKey = action(revokeApiKeyInput, 'api-keys.write', async (ctx, input) => {
  await revoke(ctx, input);
  revalidatePath('/api-keys');
});
