'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { removeMember as remove } from './leaving.ts';
import { changeRole as change } from './mutations.ts';
import { changeRoleInput, memberInput } from './schema.ts';

export const changeRole = action(changeRoleInput, 'members.write', async (ctx, input) => {
  await change(ctx, input);
  revalidatePath('/', 'layout');
});

/** Also for leaving, which everybody may: then the next page is that of another organisation, or the sign-in. */
export const removeMember = action(memberInput, 'read', async (ctx, input) => {
  await remove(ctx, input);
  revalidatePath('/', 'layout');
});
