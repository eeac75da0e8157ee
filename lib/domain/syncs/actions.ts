'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { cancelSync as cancel, startSync as start } from './mutations.ts';
import { confirmDeletions as confirm, retrySync as retry } from './retry.ts';
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

/** Does an ended sync once more: what of it did not go well, or all of it. */
export const retrySync = action(z.object({ syncId: z.uuid() }), 'syncs.write', async (ctx, input) => {
  const sync = await retry(ctx, input);
  revalidatePath('/', 'layout');
  return sync;
});

/** A person says that what a full sync did not find is really gone. */
export const confirmDeletions = action(
  z.object({ syncId: z.uuid(), jobId: z.uuid() }),
  'syncs.write',
  async (ctx, input) => {
    const sync = await confirm(ctx, input);
    revalidatePath('/', 'layout');
    return sync;
  },
);
