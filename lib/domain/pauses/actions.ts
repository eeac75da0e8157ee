'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import {
  pauseCompany as pause,
  pauseModel as pauseOne,
  resumeCompany as resume,
  resumeModel as resumeOne,
} from './mutations.ts';
import { companyPauseInput, modelPauseInput } from './schema.ts';

export const pauseCompany = action(companyPauseInput, 'sync-config.write', async (ctx, input) => {
  await pause(ctx, input);
  revalidatePath('/', 'layout');
});

export const resumeCompany = action(companyPauseInput, 'sync-config.write', async (ctx, input) => {
  await resume(ctx, input);
  revalidatePath('/', 'layout');
});

export const pauseModel = action(modelPauseInput, 'sync-config.write', async (ctx, input) => {
  await pauseOne(ctx, input);
  revalidatePath('/', 'layout');
});

export const resumeModel = action(modelPauseInput, 'sync-config.write', async (ctx, input) => {
  await resumeOne(ctx, input);
  revalidatePath('/', 'layout');
});
