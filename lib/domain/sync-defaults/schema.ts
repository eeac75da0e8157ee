import { z } from 'zod';
import { type Integration, integrations } from '../../../db/schema/enums.ts';
import type { AuditAuthor } from '../audit/mutations.ts';
import type { ModelConfigEntry } from '../sync-config/model-config.ts';
import { modelConfigInput } from '../sync-config/schema.ts';

const integration = z.enum(integrations, `must be one of ${integrations.join(', ')}`);

const configs = z.array(modelConfigInput, 'must be a list').min(1, 'must have at least one entry').max(100);

export const updateSyncDefaultsInput = z.strictObject({
  /** Left out: every platform of this installation that has the model. */
  integration: integration.optional(),
  configs,
  /** Passes the new defaults on to the companies that are connected already. */
  propagate: z.boolean('must be true or false').default(false),
});
export type UpdateSyncDefaultsInput = z.input<typeof updateSyncDefaultsInput>;

export const countPropagationInput = z.strictObject({ integration, configs });
export type CountPropagationInput = z.input<typeof countPropagationInput>;

/** What passing defaults on would do. */
export interface PropagationCount {
  /** Companies that would be synced otherwise than now. */
  companies: number;
  /** Models of companies that keep something that was set at the company and differs from the default. */
  overrides: number;
}

/** One model's defaults on one platform, as a newly connected company gets them. */
export interface SyncDefault extends ModelConfigEntry {
  integration: Integration;
}

/** Defaults that are passed on to the companies of a platform: which version of each model, and who changed them. */
export interface Propagation {
  organisationId: number;
  integration: Integration;
  versions: Record<string, number>;
  author: AuditAuthor;
  /** Companies up to this id have them already. */
  after: number;
}
