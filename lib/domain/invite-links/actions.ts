'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { createInviteLink as create, revokeInviteLink as revoke } from './mutations.ts';
import { createInviteLinkInput } from './schema.ts';

/** Answers the address to copy and the company that was made with it. */
export const createInviteLink = action(createInviteLinkInput, 'invite-links.write', async (ctx, input) => {
  const link = await create(ctx, input);
  revalidatePath('/', 'layout');
  return { inviteLinkId: link.id, companyId: link.companyId, companyName: link.companyName, url: link.url };
});

export const revokeInviteLink = action(
  z.object({ inviteLinkId: z.uuid() }),
  'invite-links.write',
  async (ctx, input) => {
    await revoke(ctx, input);
    revalidatePath('/', 'layout');
  },
);
