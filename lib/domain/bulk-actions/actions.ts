'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { cancelBulkAction as cancel, startBulkAction as start, undoBulkAction as undo } from './mutations.ts';
import { previewBulkAction as preview } from './preview.ts';
import { bulkActionIdInput, bulkActionInput } from './schema.ts';

/** Counts only; each kind asks for its own permission. */
export const previewBulkAction = action(bulkActionInput, 'read', preview);

export const startBulkAction = action(bulkActionInput, 'read', async (ctx, input) => {
  const started = await start(ctx, input);
  revalidatePath('/companies', 'layout');
  return started;
});

export const undoBulkAction = action(bulkActionIdInput, 'read', async (ctx, input) => {
  const started = await undo(ctx, input);
  revalidatePath('/companies', 'layout');
  return started;
});

export const cancelBulkAction = action(bulkActionIdInput, 'read', async (ctx, input) => {
  await cancel(ctx, input);
  revalidatePath('/companies', 'layout');
});
