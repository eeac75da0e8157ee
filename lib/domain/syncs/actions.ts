'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { cancelSync as cancel, startSync as start } from './mutations.ts';
import { startSyncInput } from './schema.ts';

/** A person asks for a sync now: of all models that are on, or of those named. */
export const startSync = action(startSyncInput, 'syncs.write', async (ctx, input) => {
  const sync = await start(ctx, input);
  revalidatePath('/', 'layout');
  return sync;
});

export const cancelSync = action(z.object({ syncId: z.uuid() }), 'syncs.write', async (ctx, input) => {
  await cancel(ctx, input);
  revalidatePath('/', 'layout');
});
