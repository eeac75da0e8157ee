'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { createInviteLink as create, revokeInviteLink as revoke, updateInviteLink as update } from './mutations.ts';
import { createInviteLinkInput, updateInviteLinkInput } from './schema.ts';

/** Answers the address to copy and the company that was made with it. */
export const createInviteLink = action(createInviteLinkInput, 'invite-links.write', async (ctx, input) => {
  const link = await create(ctx, input);
  revalidatePath('/', 'layout');
  return { inviteLinkId: link.id, companyId: link.companyId, companyName: link.companyName, url: link.url };
});

/** Gives a link time until a moment; null: until it is revoked. */
export const extendInviteLink = action(
  updateInviteLinkInput.pick({ inviteLinkId: true }).extend({ expiresAt: z.coerce.date().nullable() }),
  'invite-links.write',
  async (ctx, input) => {
    await update(ctx, input);
    revalidatePath('/', 'layout');
  },
);

export const revokeInviteLink = action(
  z.object({ inviteLinkId: z.uuid() }),
  'invite-links.write',
  async (ctx, input) => {
    await revoke(ctx, input);
    revalidatePath('/', 'layout');
  },
);
