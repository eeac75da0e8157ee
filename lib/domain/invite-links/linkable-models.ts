import type { Integration, IntegrationCategory, ParentModel } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { availablePlatforms } from '../connections/available.ts';
import { isParentModel } from '../sync-config/schema.ts';
import { listSyncDefaults } from '../sync-defaults/data.ts';

/** What a new link's models are chosen from: those of a platform, each as the organisation's defaults have it. */
export interface LinkableModels {
  integration: Integration;
  category: IntegrationCategory;
  models: { dataModel: ParentModel; enabled: boolean }[];
}

/** The models of every platform that can be linked here. */
export async function linkableModels(ctx: Context): Promise<LinkableModels[]> {
  const defaults = await listSyncDefaults(ctx, {});
  return availablePlatforms().map(({ integration, category }) => ({
    integration,
    category,
    models: defaults.flatMap(({ dataModel, enabled, integration: of }) =>
      of === integration && isParentModel(dataModel) ? [{ dataModel, enabled }] : [],
    ),
  }));
}
