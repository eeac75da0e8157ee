import { z } from 'zod';
import { integrations } from '../../../../db/schema/enums.ts';
import { listSyncDefaults } from '../../../domain/sync-defaults/data.ts';
import { updateSyncDefaults } from '../../../domain/sync-defaults/mutations.ts';
import { inData, inDataShape, nothing, nothingShape } from '../envelope.ts';
import { integrationInput } from '../input.ts';
import { entriesOf, modelConfigBody, modelConfigExample, modelConfigNames } from '../model-config-body.ts';
import { recallDone } from '../recall.ts';
import { route } from '../route.ts';
import { modelConfigShape, modelConfigWire } from '../serialize/model-config.ts';

const path = '/core/organizations/sync-config';
/** Left out: every platform that this installation can read. */
const query = z.object({ integration_type: integrationInput.optional() });

export const getOrganizationSyncConfig = route({
  id: 'getOrganizationSyncConfig',
  summary: 'Get how models of newly connected companies are synced',
  group: 'Organization',
  method: 'GET',
  path,
  permission: 'read',
  query,
  status: 200,
  handler: (ctx, { query: { integration_type } }) => listSyncDefaults(ctx, { integration: integration_type }),
  response: inDataShape({
    syncConfig: z.array(z.object({ integrationType: z.enum(integrations), ...modelConfigShape.shape })),
  }),
  serialize: (defaults, meta) => {
    const entries = defaults.map((one) => ({ integrationType: one.integration, ...modelConfigWire(one) }));
    return inData({ syncConfig: entries }, meta);
  },
  example: { query: { integration_type: 'SANDBOX' } },
});

export const updateOrganizationSyncConfig = route({
  id: 'updateOrganizationSyncConfig',
  summary: 'Set how models of newly connected companies are synced, and with propagate those of connected ones too',
  group: 'Organization',
  method: 'POST',
  path,
  permission: 'sync-config.write',
  query,
  body: z.object({ configs: entriesOf(modelConfigBody).min(1).max(100), propagate: z.boolean().optional() }),
  wireNames: { ...modelConfigNames, integration: 'integration_type' },
  status: 200,
  handler: (ctx, { query: { integration_type }, body }) =>
    updateSyncDefaults(ctx, { integration: integration_type, ...body }),
  recall: recallDone('sync-defaults.changed'),
  response: nothingShape,
  serialize: nothing,
  example: {
    query: { integration_type: 'SANDBOX' },
    body: {
      configs: [modelConfigExample],
      propagate: true,
    },
  },
});
