'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { configPreview } from './config-preview.ts';
import { changeModelConfigs as change, resetModelConfig as reset } from './mutations.ts';
import { modelConfigInput, parentModelInput, updateModelConfigsInput } from './schema.ts';
import { undoConfigChange as undo } from './undo.ts';

const companyId = z.coerce.number().int().positive();

/** Answers the change, for it to be taken back. */
export const updateModelConfigs = action(updateModelConfigsInput, 'sync-config.write', async (ctx, input) => {
  const { changeId } = await change(ctx, input);
  revalidatePath('/', 'layout');
  return { changeId };
});

/** What a change of one model would touch; changes nothing. */
export const previewModelConfig = action(
  z.object({ companyId, config: modelConfigInput }),
  'sync-config.write',
  configPreview,
);

export const undoConfigChange = action(
  z.object({ companyId, changeId: z.number().int().positive() }),
  'sync-config.write',
  async (ctx, input) => {
    await undo(ctx, input);
    revalidatePath('/', 'layout');
  },
);

export const resetModelConfig = action(
  z.object({ companyId, dataModel: parentModelInput }),
  'sync-config.write',
  async (ctx, input) => {
    const { changeId } = await reset(ctx, input);
    revalidatePath('/', 'layout');
    return { changeId };
  },
);
