'use client';

import { parseAsInteger, useQueryState } from 'nuqs';
import { useCallback, useRef } from 'react';

/**
 * Which row of a list stands in the drawer, by the address: `?contact=12`. Opening adds a step to the history, so that
 * Back closes it; closing takes that step back, or empties the address of a page that was opened with it.
 *
 * @param name of the parameter: what the rows are, in the singular
 */
export function useOpenRow(name: string) {
  const [open, setOpen] = useQueryState(name, parseAsInteger.withOptions({ history: 'push' }));
  const stepped = useRef(false);
  const openRow = useCallback(
    (id: number) => {
      stepped.current = true;
      void setOpen(id);
    },
    [setOpen],
  );
  const close = useCallback(() => {
    if (stepped.current) window.history.back();
    else void setOpen(null, { history: 'replace' });
    stepped.current = false;
  }, [setOpen]);
  return { open, openRow, close };
}
