'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { sendCustomerMessage as send } from './mutations.ts';
import { sendCustomerMessageInput } from './schema.ts';

/** An operator sends a customer the ready message, as it was changed. */
export const sendCustomerMessage = action(sendCustomerMessageInput, 'invite-links.write', async (ctx, input) => {
  await send(ctx, input);
  revalidatePath(`/companies/${input.companyId}`, 'layout');
});
