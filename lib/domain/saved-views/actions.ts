'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { createSavedView as create, deleteSavedView as remove, updateSavedView as update } from './mutations.ts';
import { createSavedViewInput, deleteSavedViewInput, updateSavedViewInput } from './schema.ts';

export const createSavedView = action(createSavedViewInput, 'read', async (ctx, input) => {
  const made = await create(ctx, input);
  revalidatePath('/', 'layout');
  return made;
});

export const updateSavedView = action(updateSavedViewInput, 'read', async (ctx, input) => {
  await update(ctx, input);
  revalidatePath('/', 'layout');
});

export const deleteSavedView = action(deleteSavedViewInput, 'read', async (ctx, input) => {
  await remove(ctx, input);
  revalidatePath('/', 'layout');
});
