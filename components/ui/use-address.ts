'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { startTransition, useCallback, useOptimistic } from 'react';
import { changedQuery, type QueryChange } from './query-change.ts';

export interface AddressOptions {
  /** `push`: Back undoes it. `replace`: it does not. */
  history: 'push' | 'replace';
  /** Given, the server renders the page anew for the changed address, in this transition. */
  serverTransition?: (work: () => void) => void;
}

/**
 * The query of the page's address as state. A change is in the address and in what is read here at once; without
 * `serverTransition` nothing is asked of the server.
 */
export function useAddress() {
  const router = useRouter();
  const [query, show] = useOptimistic<URLSearchParams>(useSearchParams());
  const change = useCallback(
    (changes: QueryChange, { history, serverTransition }: AddressOptions) =>
      (serverTransition ?? startTransition)(() => {
        // From the address and not from the state: of two changes at once the second must know of the first.
        const next = changedQuery(window.location.search, changes);
        const url = `${window.location.pathname}${next && `?${next}`}${window.location.hash}`;
        show(new URLSearchParams(next));
        if (history === 'push') window.history.pushState(null, '', url);
        else window.history.replaceState(null, '', url);
        if (serverTransition) router.replace(url, { scroll: false });
      }),
    [router, show],
  );
  return { query, change };
}
