'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { receiverUrl } from '../../http/receiver-url.ts';
import { createWebhook as create, deleteWebhook as remove, updateWebhook as update } from './mutations.ts';
import { previewReplay as preview, replayDeliveries as replayMany } from './replay-many.ts';
import { createWebhookInput, replayInput, updateWebhookInput } from './schema.ts';
import { replayDelivery as replay, sendTestEvent as sendTest } from './sending.ts';

const oneWebhook = z.strictObject({ webhookId: z.number().int().positive() });

/** Answers the signing key, this once. */
export const createWebhook = action(
  createWebhookInput.extend({ url: receiverUrl }),
  'webhooks.write',
  async (ctx, input) => {
    const { signingKey } = await create(ctx, input);
    revalidatePath('/', 'layout');
    return { signingKey };
  },
);

export const updateWebhook = action(
  updateWebhookInput.extend({ url: receiverUrl.optional() }),
  'webhooks.write',
  async (ctx, input) => {
    await update(ctx, input);
    revalidatePath('/', 'layout');
  },
);

export const deleteWebhook = action(oneWebhook, 'webhooks.write', async (ctx, input) => {
  await remove(ctx, input);
  revalidatePath('/', 'layout');
});

/** Answers the id of the delivery, so that its page can be shown. */
export const sendTestEvent = action(oneWebhook, 'webhooks.write', (ctx, input) => sendTest(ctx, input));

export const replayDelivery = action(z.strictObject({ deliveryId: z.uuid() }), 'webhooks.write', (ctx, input) =>
  replay(ctx, input),
);

/** Counts only. */
export const previewReplay = action(replayInput, 'webhooks.write', preview);

export const replayDeliveries = action(replayInput, 'webhooks.write', replayMany);
