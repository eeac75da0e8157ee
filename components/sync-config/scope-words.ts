import type { Scope } from '@/db/schema/enums.ts';

/** What may be done with a model's records. */
export const scopeWords: Record<Scope, string> = {
  READ: 'Read',
  CREATE: 'Create',
  UPDATE: 'Change',
  DELETE: 'Delete',
};
