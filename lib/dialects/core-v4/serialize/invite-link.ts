import type { InviteLinkView } from '../../../domain/invite-links/schema.ts';
import type { ModelConfigEntry } from '../../../domain/sync-config/model-config.ts';
import { modelConfigWire } from './model-config.ts';
import { moment } from './moment.ts';

/** The invite link object. Its numeric `id` is its company's. */
export const inviteLinkWire = (link: InviteLinkView) => ({
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
export const inviteLinkDetailWire = ({ link, configs }: InviteLinkWithConfigs) => ({
  ...inviteLinkWire(link),
  dataModelConfigs: configs.map(modelConfigWire),
});

export interface InviteLinkWithConfigs {
  link: InviteLinkView;
  configs: readonly ModelConfigEntry[];
}
