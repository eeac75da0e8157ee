'use client';

import { useCallback, useRef } from 'react';
import { wholeOf } from '../ui/query-change.ts';
import { useAddress } from '../ui/use-address.ts';

/**
 * Which row of a list stands in the drawer, by the address: `?contact=12`. Opening adds a step to the history, so that
 * Back closes it; closing takes that step back, or empties the address of a page that was opened with it.
 *
 * @param name of the parameter: what the rows are, in the singular
 */
export function useOpenRow(name: string) {
  const { query, change } = useAddress();
  const stepped = useRef(false);
  const openRow = useCallback(
    (id: number) => {
      stepped.current = true;
      change({ [name]: String(id) }, { history: 'push' });
    },
    [name, change],
  );
  const close = useCallback(() => {
    if (stepped.current) window.history.back();
    else change({ [name]: null }, { history: 'replace' });
    stepped.current = false;
  }, [name, change]);
  return { open: wholeOf(query.get(name)), openRow, close };
}
