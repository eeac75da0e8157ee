import { z } from 'zod';
import { deliveryStates, integrations, webhookStates, webhookTypes } from '../../../../db/schema/enums.ts';
import type {
  AttemptView,
  CreatedWebhook,
  DeliveryDetail,
  DeliveryView,
  WebhookView,
} from '../../../domain/webhooks/schema.ts';
import { named } from '../../../http/shapes.ts';
import { moment, momentShape } from './moment.ts';

export const webhookConfigShape = named(
  'WebhookConfig',
  z.object({
    rootfi_id: z.int(),
    webhook_type: z.enum(webhookTypes),
    integration_type: z.enum(integrations).nullable(),
    name: z.string(),
    url: z.url(),
    state: z.enum(webhookStates),
    topics: z.array(z.string()),
    headers: z.array(z.object({ name: z.string(), value: z.null() })),
    signature_header: z.string().nullable(),
  }),
);

export const createdWebhookConfigShape = named(
  'CreatedWebhookConfig',
  z.object({ ...webhookConfigShape.shape, signing_key: z.string() }),
);

/** A webhook config. Values of its headers are never shown: null stands for each, and keeps it when it is sent back. */
export const webhookConfigWire = (webhook: WebhookView): z.infer<typeof webhookConfigShape> => ({
  rootfi_id: webhook.id,
  webhook_type: webhook.webhookType,
  integration_type: webhook.integration,
  name: webhook.name,
  url: webhook.url,
  state: webhook.state,
  topics: webhook.topics,
  headers: webhook.headerNames.map((name) => ({ name, value: null })),
  signature_header: webhook.signatureHeader,
});

/** The same with its key, which is shown this once. */
export const createdWebhookConfigWire = ({
  webhook,
  signingKey,
}: CreatedWebhook): z.infer<typeof createdWebhookConfigShape> => ({
  ...webhookConfigWire(webhook),
  signing_key: signingKey,
});

export const webhookLogShape = named(
  'WebhookLog',
  z.object({
    id: z.uuid(),
    webhookName: z.string(),
    webhookUrl: z.url(),
    state: z.enum(deliveryStates),
    latestStatusCode: z.int().nullable(),
    attemptCount: z.int(),
    eventType: z.enum(webhookTypes),
    integration: z.enum(integrations).nullable(),
    syncId: z.uuid().nullable(),
    createdAt: momentShape,
    updatedAt: momentShape,
  }),
);

export const webhookLogDetailShape = named(
  'WebhookLogDetail',
  z.object({
    ...webhookLogShape.shape,
    payload: z.record(z.string(), z.unknown()),
    attempts: z.array(
      z.object({
        number: z.int(),
        statusCode: z.int().nullable(),
        error: z.string().nullable(),
        response: z.string().nullable(),
        durationMs: z.int(),
        createdAt: momentShape,
      }),
    ),
  }),
);

/** A delivery as the log lists it. */
export const webhookLogWire = (delivery: DeliveryView): z.infer<typeof webhookLogShape> => ({
  id: delivery.id,
  webhookName: delivery.webhookName,
  webhookUrl: delivery.webhookUrl,
  state: delivery.state,
  latestStatusCode: delivery.latestStatusCode,
  attemptCount: delivery.attemptCount,
  eventType: delivery.eventType,
  integration: delivery.integration,
  syncId: delivery.syncId,
  createdAt: moment(delivery.createdAt),
  updatedAt: moment(delivery.updatedAt),
});

/** The same with what is sent and every try. */
export const webhookLogDetailWire = (delivery: DeliveryDetail): z.infer<typeof webhookLogDetailShape> => ({
  ...webhookLogWire(delivery),
  payload: delivery.payload,
  attempts: delivery.attempts.map(attemptWire),
});

const attemptWire = (attempt: AttemptView) => ({
  number: attempt.number,
  statusCode: attempt.statusCode,
  error: attempt.failure,
  response: attempt.answer,
  durationMs: attempt.durationMs,
  createdAt: moment(attempt.createdAt),
});
