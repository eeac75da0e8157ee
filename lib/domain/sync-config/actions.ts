'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { resetModelConfig as reset, updateModelConfigs as update } from './mutations.ts';
import { parentModelInput, updateModelConfigsInput } from './schema.ts';

export const updateModelConfigs = action(updateModelConfigsInput, 'sync-config.write', async (ctx, input) => {
  await update(ctx, input);
  revalidatePath('/', 'layout');
});

export const resetModelConfig = action(
  z.object({ companyId: z.coerce.number().int().positive(), dataModel: parentModelInput }),
  'sync-config.write',
  async (ctx, input) => {
    await reset(ctx, input);
    revalidatePath('/', 'layout');
  },
);
