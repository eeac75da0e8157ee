'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { createApiKey as create, revokeApiKey as revoke, rotateApiKey as rotate } from './mutations.ts';
import { createApiKeyInput, revokeApiKeyInput, rotateApiKeyInput } from './schema.ts';

/** Answers the key whole, this once. */
export const createApiKey = action(createApiKeyInput, 'api-keys.write', async (ctx, input) => {
  const made = await create(ctx, input);
  revalidatePath('/api-keys');
  return made;
});

/** Answers the successor whole, this once. */
export const rotateApiKey = action(rotateApiKeyInput, 'api-keys.write', async (ctx, input) => {
  const made = await rotate(ctx, input);
  revalidatePath('/api-keys');
  return made;
});

export const revokeApiKey = action(revokeApiKeyInput, 'api-keys.write', async (ctx, input) => {
  await revoke(ctx, input);
  revalidatePath('/api-keys');
});
