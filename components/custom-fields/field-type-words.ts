import type { CustomFieldType } from '@/db/schema/enums.ts';

/** What kind of value a custom field takes. */
export const fieldTypeWords: Record<CustomFieldType, string> = {
  TEXT: 'Text',
  NUMBER: 'Number',
  DATE: 'Date',
  SELECT: 'One of a list',
  MULTI_SELECT: 'Several of a list',
};
