'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { createChain as create, deleteChain as remove, renameChain as rename } from './mutations.ts';
import { createChainInput, deleteChainInput, renameChainInput } from './schema.ts';

export const createChain = action(createChainInput, 'organisation.write', async (ctx, input) => {
  await create(ctx, input);
  revalidatePath('/', 'layout');
});

export const renameChain = action(renameChainInput, 'organisation.write', async (ctx, input) => {
  await rename(ctx, input);
  revalidatePath('/', 'layout');
});

export const deleteChain = action(deleteChainInput, 'organisation.write', async (ctx, input) => {
  await remove(ctx, input);
  revalidatePath('/', 'layout');
});
