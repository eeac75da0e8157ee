import type { CustomFieldType } from '@/db/schema/enums.ts';
import type { CustomFieldView } from '@/lib/domain/custom-fields/schema.ts';

/** A custom field as the console shows it. */
export interface CustomFieldRow {
  id: number;
  name: string;
  type: CustomFieldType;
  /** In the order in which they are offered; of list types alone. */
  options: { id: string; name: string }[];
  /** Kept with its values, but offered no more. */
  isArchived: boolean;
}

export const customFieldRow = ({ id, name, type, options, archivedAt }: CustomFieldView): CustomFieldRow => ({
  id,
  name,
  type,
  options,
  isArchived: archivedAt !== null,
});
