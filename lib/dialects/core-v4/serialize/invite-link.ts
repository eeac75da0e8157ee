import { z } from 'zod';
import { integrationCategories, integrations, inviteLinkStatuses } from '../../../../db/schema/enums.ts';
import type { InviteLinkView } from '../../../domain/invite-links/schema.ts';
import type { ModelConfigEntry } from '../../../domain/sync-config/model-config.ts';
import { named } from '../../../http/shapes.ts';
import { modelConfigShape, modelConfigWire } from './model-config.ts';
import { moment, momentShape } from './moment.ts';

export const inviteLinkShape = named(
  'InviteLink',
  z.object({
    id: z.int(),
    inviteLinkId: z.uuid(),
    companyId: z.int(),
    integration: z.enum(integrations).nullable(),
    integrationCategory: z.enum(integrationCategories),
    syncFrom: momentShape.nullable(),
    createdAt: momentShape,
    expiresAt: momentShape.nullable(),
    status: z.enum(inviteLinkStatuses),
    url: z.url(),
  }),
);

export const inviteLinkDetailShape = named(
  'InviteLinkDetail',
  z.object({ ...inviteLinkShape.shape, dataModelConfigs: z.array(modelConfigShape) }),
);

/** The invite link object. Its numeric `id` is its company's. */
export const inviteLinkWire = (link: InviteLinkView): z.infer<typeof inviteLinkShape> => ({
  id: link.companyId,
  inviteLinkId: link.id,
  companyId: link.companyId,
  integration: link.integration,
  integrationCategory: link.integrationCategory,
  syncFrom: moment(link.syncFrom),
  createdAt: moment(link.createdAt),
  expiresAt: moment(link.expiresAt),
  status: link.status,
  url: link.url,
});

/** The same with how the company's models are synced; none before it connected. */
export const inviteLinkDetailWire = ({
  link,
  configs,
}: InviteLinkWithConfigs): z.infer<typeof inviteLinkDetailShape> => ({
  ...inviteLinkWire(link),
  dataModelConfigs: configs.map(modelConfigWire),
});

export interface InviteLinkWithConfigs {
  link: InviteLinkView;
  configs: readonly ModelConfigEntry[];
}
