'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action, publicAction } from '../../action.ts';
import { openInviteLink } from '../../auth/invite-link-gate.ts';
import { conflict, notFound } from '../../errors.ts';
import { stopReading } from '../syncs/stop-reading.ts';
import { connectCompany as connect, disconnectCompany as disconnect } from './mutations.ts';
import { confirmReconnection as confirm, declineReconnection as decline } from './reconnection.ts';
import { connectInput } from './schema.ts';

const companyInput = z.object({ companyId: z.coerce.number().int().positive() });

/** The customer gives a sign-in; nothing typed is echoed back. */
export const connectCompany = publicAction(connectInput.extend({ inviteLinkId: z.uuid() }), async (request, input) => {
  const { ctx } = await opened(input.inviteLinkId, request);
  const outcome = await connect(ctx, { integration: input.integration, credentials: input.credentials });
  if (outcome.connected) revalidatePath(`/connect/${input.inviteLinkId}`);
  return outcome;
});

/** The customer takes access back, from a sync that reads too; `disconnected` is false while that one still ends. */
export const disconnectByLink = publicAction(z.object({ inviteLinkId: z.uuid() }), async (request, input) => {
  const { ctx, companyId } = await opened(input.inviteLinkId, request);
  if (!(await stopReading(ctx, { companyId }))) return { disconnected: false };
  await disconnect(ctx, { companyId });
  revalidatePath(`/connect/${input.inviteLinkId}`);
  return { disconnected: true };
});

/** An operator erases a connection's credentials. */
export const disconnectCompany = action(companyInput, 'connections.write', async (ctx, input) => {
  await disconnect(ctx, input);
  revalidatePath('/', 'layout');
});

/** An operator says that another company of the platform is meant from now on. */
export const confirmReconnection = action(companyInput, 'connections.confirm', async (ctx, input) => {
  await confirm(ctx, input);
  revalidatePath('/', 'layout');
});

/** An operator keeps the company of the platform that was connected before. */
export const declineReconnection = action(companyInput, 'connections.confirm', async (ctx, input) => {
  await decline(ctx, input);
  revalidatePath('/', 'layout');
});

async function opened(inviteLinkId: string, request: { requestId: string; now: Date }) {
  const access = await openInviteLink(inviteLinkId, request);
  if (access.state === 'unknown') throw notFound('Invite link');
  if (access.state !== 'open') throw conflict('This link can no longer be used; ask for a new one');
  return access;
}
