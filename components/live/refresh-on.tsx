'use client';

import { useEffect } from 'react';
import { concerns, type Topic } from '@/lib/events/topics.ts';
import { useLive } from './live-provider.tsx';
import { useRefreshSoon } from './use-refresh-soon.ts';

/**
 * Has the server render the page again when one of `topics` moves, at most every `apartMs` (default 2 s) and not while
 * somebody types. For parts that are no queries; what is typed and opened stays.
 *
 * @example <RefreshOn topics={['company', 'runs']} companyId={company.id} />
 */
export function RefreshOn({
  topics,
  companyId,
  apartMs,
}: {
  topics: readonly Topic[];
  companyId?: number;
  apartMs?: number;
}) {
  const refreshSoon = useRefreshSoon();
  const { listen } = useLive();
  // Pages pass a new array with every render.
  const names = topics.join();
  useEffect(
    () =>
      listen((moves) => {
        if (concerns(moves, { topics: names.split(',') as Topic[], companyId })) refreshSoon(apartMs);
      }),
    [listen, names, companyId, apartMs, refreshSoon],
  );
  return null;
}
