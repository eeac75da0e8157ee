import { z } from 'zod';
import type { RequestedModelConfig } from '../../../db/schema/companies.ts';
import {
  dataModels,
  frequencies,
  type Integration,
  type IntegrationCategory,
  type InviteLinkStatus,
  type InviteStep,
  integrationCategories,
  integrations,
  scopes,
} from '../../../db/schema/enums.ts';
import { companyName } from '../companies/schema.ts';
import type { MadeWithin, ReachedFilter } from './link-filters.ts';

export const requestedModelConfig = z.object({
  dataModel: z.enum(dataModels),
  /** Said by some callers; it must be the link's. */
  category: z.enum(integrationCategories).optional(),
  enabled: z.boolean().optional(),
  frequency: z.enum(frequencies).optional(),
  interval: z.number().int().min(1).max(1000).optional(),
  scopeAccess: z.array(z.enum(scopes)).optional(),
  syncFrom: z.coerce.date().nullable().optional(),
});

const redirectUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(2000);

/** What a new link is made from: for a new company by name, or for an existing one by id. */
export const createInviteLinkInput = z
  .object({
    companyName: companyName.optional(),
    companyId: z.number().int().positive().optional(),
    integration: z.enum(integrations).optional(),
    integrationCategory: z.enum(integrationCategories).optional(),
    syncFrom: z.coerce.date().optional(),
    syncConfig: z.array(requestedModelConfig).max(50).optional(),
    expiresAt: z.coerce.date().optional(),
    redirectUrl: redirectUrl.optional(),
  })
  .superRefine((input, ctx) => {
    if (input.companyName === undefined && input.companyId === undefined) {
      ctx.addIssue({ code: 'custom', path: ['companyName'], message: 'is required' });
    }
    if (input.companyName !== undefined && input.companyId !== undefined) {
      ctx.addIssue({ code: 'custom', path: ['companyId'], message: 'goes without companyName' });
    }
    if (!input.integration && !input.integrationCategory) {
      ctx.addIssue({ code: 'custom', path: ['integration'], message: 'is required, or integrationCategory' });
    }
  });
export type CreateInviteLinkInput = z.infer<typeof createInviteLinkInput>;
/** The same before it is parsed, as a form sends it. */
export type NewInviteLink = z.input<typeof createInviteLinkInput>;

export const updateInviteLinkInput = z.object({
  inviteLinkId: z.uuid(),
  companyName: companyName.optional(),
  syncFrom: z.coerce.date().nullable().optional(),
  syncConfig: z.array(requestedModelConfig).max(50).optional(),
  expiresAt: z.coerce.date().nullable().optional(),
});
export type UpdateInviteLinkInput = z.infer<typeof updateInviteLinkInput>;

export interface ListInviteLinksInput {
  limit: number;
  /** The created time and id of the last one seen. */
  cursor?: { createdAt: string; id: string };
  status?: InviteLinkStatus;
  /** Part of the company's name, or the link's own id. */
  search?: string;
  /** How far the link's customer came, any of these. */
  reached?: readonly ReachedFilter[];
  /** Made no longer ago than this. */
  made?: MadeWithin;
  oldestFirst?: boolean;
}

export interface InviteLinkView {
  id: string;
  companyId: number;
  companyName: string;
  integration: Integration | null;
  integrationCategory: IntegrationCategory;
  syncFrom: Date | null;
  syncConfig: RequestedModelConfig[];
  redirectUrl: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  status: InviteLinkStatus;
  openedCount: number;
  firstOpenedAt: Date | null;
  /** How far its customer came; null when nobody opened it. */
  reached: InviteStep | null;
  /** The address to send to the customer. */
  url: string;
}
