'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { erasurePreview } from './erasure-view.ts';
import {
  archiveCompany as archive,
  eraseCompany as erase,
  deleteCompany as remove,
  renameCompany as rename,
  restoreCompany as restore,
  updateCompany as update,
} from './mutations.ts';
import { profileChanges } from './profile-input.ts';
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

/** Answers nothing: the page shows the profile as it is then. */
export const updateCompany = action(
  z.object({ companyId, changes: profileChanges }),
  'companies.write',
  async (ctx, input) => {
    await update(ctx, input);
    revalidatePath('/', 'layout');
  },
);

export const deleteCompany = action(z.object({ companyId }), 'company.erase', async (ctx, input) => {
  await remove(ctx, input);
  revalidatePath('/', 'layout');
});

/** How many rows erasing a company would remove. */
export const previewErasure = action(z.object({ companyId }), 'company.erase', erasurePreview);

/** For good: the name that was typed must be the company's. */
export const eraseCompany = action(
  z.object({ companyId, name: z.string().max(255) }),
  'company.erase',
  async (ctx, input) => {
    await erase(ctx, input);
    revalidatePath('/', 'layout');
  },
);
