import { log } from './log.ts';

/**
 * The count of a list whose first page is being rendered, for which the page does not wait. Undefined where the page
 * holds all that match. A count that fails is logged and comes as null: the browser then asks for it, and says so if it
 * fails again.
 *
 * @param query the list's state as the address holds it
 */
export function countLater(
  query: URLSearchParams,
  page: { next: string | null },
  count: () => Promise<number>,
): Promise<number | null> | undefined {
  if (page.next === null && !query.has('after')) return undefined;
  return count().catch((error: unknown) => {
    log().error({ err: error }, 'a list could not be counted');
    return null;
  });
}
