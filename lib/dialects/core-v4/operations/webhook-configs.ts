import { z } from 'zod';
import { webhookStates, webhookTypes } from '../../../../db/schema/enums.ts';
import { listWebhooks, recallCreatedWebhook } from '../../../domain/webhooks/data.ts';
import { createWebhook, deleteWebhook, updateWebhook } from '../../../domain/webhooks/mutations.ts';
import { createWebhookInput } from '../../../domain/webhooks/schema.ts';
import { receiverUrl } from '../../../http/receiver-url.ts';
import { inData, inDataShape } from '../envelope.ts';
import { idParam, integrationInput, wordOf } from '../input.ts';
import { recallBy } from '../recall.ts';
import { route } from '../route.ts';
import {
  createdWebhookConfigShape,
  createdWebhookConfigWire,
  webhookConfigShape,
  webhookConfigWire,
} from '../serialize/webhook.ts';

const group = 'Webhooks';
const faults = { forbidden: 'Webhooks are of the whole organisation, and the key is limited to some companies.' };
const configParams = z.object({ webhook_config_id: idParam });
const params = { webhook_config_id: '12' };
const wireNames = {
  webhookType: 'webhook_type',
  integration: 'integration_type',
  signatureHeader: 'signature_header',
};

const { name, topics, headers, signatureHeader } = createWebhookInput.shape;
const body = z.object({
  webhook_type: wordOf(webhookTypes),
  integration_type: integrationInput.nullable().optional(),
  name,
  url: receiverUrl,
  state: wordOf(webhookStates).optional(),
  topics: topics.unwrap().optional(),
  headers: headers.unwrap().optional(),
  signature_header: signatureHeader.unwrap().optional(),
});

/** The domain's names for what was sent. */
const asInput = <B extends Partial<z.output<typeof body>>>(given: B) => {
  const { webhook_type, integration_type, signature_header, ...same } = given;
  return { ...same, webhookType: webhook_type, integration: integration_type, signatureHeader: signature_header };
};

export const listWebhookConfigs = route({
  id: 'listWebhookConfigs',
  summary: 'List webhook configs, newest first',
  group,
  method: 'GET',
  path: '/core/webhook-config',
  permission: 'read',
  faults,
  status: 200,
  handler: (ctx) => listWebhooks(ctx),
  response: inDataShape({ webhookConfigs: z.array(webhookConfigShape) }),
  serialize: (webhooks, meta) => inData({ webhookConfigs: webhooks.map(webhookConfigWire) }, meta),
});

export const createWebhookConfig = route({
  id: 'createWebhookConfig',
  summary: 'Make a webhook config',
  description:
    'Events of its type are sent to its address from then on, signed with `signing_key`, which is shown this once: by ' +
    'Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`), and as hex HMAC-SHA256 of the body in ' +
    '`signature_header` or `X-RootFi-Signature`. `topics` narrows it to events that have at least one of them.',
  group,
  method: 'POST',
  path: '/core/webhook-config',
  permission: 'webhooks.write',
  body,
  wireNames,
  status: 201,
  handler: (ctx, { body: given }) => {
    const { webhook_type: webhookType, name: called, url } = given;
    return createWebhook(ctx, { ...asInput(given), webhookType, name: called, url });
  },
  secretAnswer: true,
  recall: recallBy('webhook.created', (ctx, _input, id) => recallCreatedWebhook(ctx, { webhookId: Number(id) })),
  response: inDataShape({ webhookConfig: createdWebhookConfigShape }),
  serialize: (made, meta) => inData({ webhookConfig: createdWebhookConfigWire(made) }, meta),
  example: {
    body: {
      webhook_type: 'DATA_MODEL_CHANGES',
      name: 'Ledger changes',
      url: 'https://example.com/hooks/ledgerline',
      topics: ['INVOICE', 'INVOICE_PAYMENT'],
      headers: [{ name: 'X-Environment', value: 'production' }],
    },
  },
});

export const updateWebhookConfig = route({
  id: 'updateWebhookConfig',
  summary: 'Change a webhook config; what is left out stays',
  description:
    'A header whose `value` is null keeps the value it has. Switching a config on sends at once what waited while it was off.',
  group,
  method: 'PUT',
  path: '/core/webhook-config/{webhook_config_id}',
  permission: 'webhooks.write',
  params: configParams,
  body: body.partial().refine((given) => Object.keys(given).length > 0, 'Say at least one field'),
  wireNames,
  status: 200,
  handler: (ctx, { params: { webhook_config_id }, body: given }) =>
    updateWebhook(ctx, { webhookId: webhook_config_id, ...asInput(given) }),
  response: inDataShape({ webhookConfig: webhookConfigShape }),
  serialize: (webhook, meta) => inData({ webhookConfig: webhookConfigWire(webhook) }, meta),
  example: { params, body: { state: 'DISABLED' } },
});

export const deleteWebhookConfig = route({
  id: 'deleteWebhookConfig',
  summary: 'Delete a webhook config; what it was sent stays in the log',
  group,
  method: 'DELETE',
  path: '/core/webhook-config/{webhook_config_id}',
  permission: 'webhooks.write',
  params: configParams,
  status: 204,
  handler: (ctx, { params: { webhook_config_id } }) => deleteWebhook(ctx, { webhookId: webhook_config_id }),
  example: { params },
});
