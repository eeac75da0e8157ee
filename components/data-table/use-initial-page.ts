'use client';

import { useState } from 'react';

/**
 * The page that the server rendered, as the first data of the query that it answers. Only until the list moves on to
 * another query: who comes back is shown what is true then, and not what was rendered before something was changed.
 *
 * @param initial what the server rendered; a new object whenever it renders again
 * @param query the list's state now, in the form of `initial.query`
 */
export function useInitialPage<Page>(
  initial: { query: string | null; page: Page },
  query: string | null,
): { initialData?: Page } {
  const [left, setLeft] = useState<object | null>(null);
  const answers = query === initial.query;
  if (!answers && left !== initial) setLeft(initial);
  return answers && left !== initial ? { initialData: initial.page } : {};
}
