import { trackingCategories, trackingCategoryStatuses } from '../../../../db/schema/records/tracking-category.ts';
import { baseWire, declareModel } from '../declaration.ts';

export const trackingCategory = declareModel({
  model: 'TRACKING_CATEGORY',
  path: 'tracking_categories',
  table: trackingCategories,
  wire: [...baseWire, 'name', 'code', 'status', 'parent_category_id', 'updated_at'],
  knownBy: ['name', 'code'],
  showsDeletedAt: 'always',
  children: {},
  relations: {},
  sorts: ['updated_at'],
  enums: { status: trackingCategoryStatuses },
});
