import { isDatabaseAway } from '@/lib/http/fault.ts';
import { noteDatabaseAway } from '@/lib/http/readiness.ts';

/** Next calls it for whatever a page, an action or a route throws, before it answers. */
export function onRequestError(error: unknown): void {
  if (isDatabaseAway(error)) noteDatabaseAway();
}
