'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { countPropagation as count } from './data.ts';
import { updateSyncDefaults as update } from './mutations.ts';
import { countPropagationInput, updateSyncDefaultsInput } from './schema.ts';

export const updateSyncDefaults = action(updateSyncDefaultsInput, 'sync-config.write', async (ctx, input) => {
  await update(ctx, input);
  revalidatePath('/', 'layout');
});

/** What passing defaults on would do; stores nothing. */
export const countPropagation = action(countPropagationInput, 'sync-config.write', count);
