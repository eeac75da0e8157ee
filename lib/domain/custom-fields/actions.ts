'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import {
  archiveCustomField as archive,
  createCustomField as create,
  deleteCustomField as remove,
  updateCustomField as update,
} from './mutations.ts';
import {
  archiveCustomFieldInput,
  createCustomFieldInput,
  deleteCustomFieldInput,
  updateCustomFieldInput,
} from './schema.ts';

export const createCustomField = action(createCustomFieldInput, 'organisation.write', async (ctx, input) => {
  await create(ctx, input);
  revalidatePath('/', 'layout');
});

export const updateCustomField = action(updateCustomFieldInput, 'organisation.write', async (ctx, input) => {
  await update(ctx, input);
  revalidatePath('/', 'layout');
});

export const archiveCustomField = action(archiveCustomFieldInput, 'organisation.write', async (ctx, input) => {
  await archive(ctx, input);
  revalidatePath('/', 'layout');
});

export const deleteCustomField = action(deleteCustomFieldInput, 'organisation.write', async (ctx, input) => {
  await remove(ctx, input);
  revalidatePath('/', 'layout');
});
