'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { maxLogoBytes } from './logo-limits.ts';
import { removeLogo as remove, setLogo as set, updateBranding as update } from './mutations.ts';
import { updateBrandingInput } from './schema.ts';

export const updateBranding = action(updateBrandingInput, 'organisation.write', async (ctx, input) => {
  await update(ctx, input);
  revalidatePath('/settings/branding');
});

const logo = z.file('must be a picture').max(maxLogoBytes, `must have at most ${maxLogoBytes / 1024} kB`);

export const setLogo = action(z.object({ logo }), 'organisation.write', async (ctx, input) => {
  await set(ctx, { bytes: Buffer.from(await input.logo.arrayBuffer()) });
  revalidatePath('/settings/branding');
});

export const removeLogo = action(z.object({}), 'organisation.write', async (ctx) => {
  await remove(ctx);
  revalidatePath('/settings/branding');
});
