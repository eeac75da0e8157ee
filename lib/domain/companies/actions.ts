'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { archiveCompany as archive, renameCompany as rename, restoreCompany as restore } from './mutations.ts';
import { companyName } from './schema.ts';

const companyId = z.coerce.number().int().positive();

export const renameCompany = action(
  z.object({ companyId, name: companyName }),
  'companies.write',
  async (ctx, input) => {
    await rename(ctx, input);
    revalidatePath('/', 'layout');
  },
  { echo: ['name'] },
);

export const archiveCompany = action(z.object({ companyId }), 'companies.write', async (ctx, input) => {
  await archive(ctx, input);
  revalidatePath('/', 'layout');
});

export const restoreCompany = action(z.object({ companyId }), 'companies.write', async (ctx, input) => {
  await restore(ctx, input);
  revalidatePath('/', 'layout');
});
