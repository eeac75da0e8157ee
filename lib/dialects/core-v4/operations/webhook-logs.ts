import { z } from 'zod';
import { deliveryStates, webhookTypes } from '../../../../db/schema/enums.ts';
import { getDelivery, listDeliveries } from '../../../domain/webhooks/data.ts';
import { replayDelivery } from '../../../domain/webhooks/sending.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { inData, inDataShape, nothing, nothingShape } from '../envelope.ts';
import { idParam, limitParam, uuidParam, wordOf } from '../input.ts';
import { recallDone } from '../recall.ts';
import { route } from '../route.ts';
import { webhookLogDetailShape, webhookLogDetailWire, webhookLogShape, webhookLogWire } from '../serialize/webhook.ts';

const group = 'Webhooks';
const faults = { forbidden: 'Webhooks are of the whole organisation, and the key is limited to some companies.' };
const logParams = z.object({ webhook_log_id: uuidParam });
const params = { webhook_log_id: '5b0f6f0e-2f6f-4c6e-9d39-2f2b9d9d1c11' };

export const listWebhookLogs = route({
  id: 'listWebhookLogs',
  summary: 'List what was sent to webhooks or is to be, newest first',
  description: 'The log goes back thirty days.',
  group,
  method: 'GET',
  path: '/core/webhook-logs',
  permission: 'read',
  query: z.object({
    limit: limitParam(100, 50),
    cursor: z.string().max(500, 'is not a cursor of this list').optional(),
    state: wordOf(deliveryStates).optional(),
    eventType: wordOf(webhookTypes).optional(),
    webhookConfigId: idParam.optional(),
    companyId: idParam.optional(),
    syncId: uuidParam.optional(),
  }),
  faults,
  status: 200,
  handler: (ctx, { query: { cursor, state, webhookConfigId, ...same } }) =>
    listDeliveries(ctx, {
      ...same,
      state: state && [state],
      webhookId: webhookConfigId,
      cursor: cursor === undefined ? undefined : decodeCursor(place, cursor),
    }),
  response: inDataShape({ webhookLogs: z.array(webhookLogShape), count: z.int(), next: z.string().nullable() }),
  serialize: ({ deliveries, count, next }, meta) =>
    inData({ webhookLogs: deliveries.map(webhookLogWire), count, next: next && encodeCursor(next) }, meta),
});

export const getWebhookLog = route({
  id: 'getWebhookLog',
  summary: 'Get a webhook log with its payload and every try',
  group,
  method: 'GET',
  path: '/core/webhook-logs/{webhook_log_id}',
  permission: 'read',
  params: logParams,
  faults,
  status: 200,
  handler: (ctx, { params: { webhook_log_id } }) => getDelivery(ctx, { deliveryId: webhook_log_id }),
  response: inDataShape({ webhookLog: webhookLogDetailShape }),
  serialize: (delivery, meta) => inData({ webhookLog: webhookLogDetailWire(delivery) }, meta),
  example: { params },
});

export const replayWebhookLog = route({
  id: 'replayWebhookLog',
  summary: 'Send an event again, or at once if it waits',
  description: 'It goes out under the same `webhook-id`, and is tried for another 24 hours.',
  group,
  method: 'POST',
  path: '/core/webhook-logs/{webhook_log_id}/replay',
  permission: 'webhooks.write',
  params: logParams,
  faults: { conflict: 'It is being sent just now, or its webhook is switched off.' },
  status: 200,
  handler: (ctx, { params: { webhook_log_id } }) => replayDelivery(ctx, { deliveryId: webhook_log_id }),
  recall: recallDone('webhook.replayed'),
  response: nothingShape,
  serialize: nothing,
  example: { params },
});

/** Where a page of logs ended. */
const place = z.strictObject({ createdAt: z.iso.datetime(), id: z.guid() });
