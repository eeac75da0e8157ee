'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { concerns, type Topic } from '@/lib/events/topics.ts';
import { useLive } from './live-provider.tsx';

/**
 * Has the server render the page again when one of `topics` moves, at most every `apartMs`. For parts that are no queries;
 * what is typed and opened stays.
 *
 * @example <RefreshOn topics={['company', 'runs']} companyId={company.id} />
 */
export function RefreshOn({
  topics,
  companyId,
  apartMs = 2_000,
}: {
  topics: readonly Topic[];
  companyId?: number;
  apartMs?: number;
}) {
  const router = useRouter();
  const { listen } = useLive();
  // Pages pass a new array with every render.
  const names = topics.join();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let refreshedAt = 0;
    const refresh = () => {
      timer = undefined;
      refreshedAt = Date.now();
      router.refresh();
    };
    const stop = listen((moves) => {
      if (timer || !concerns(moves, { topics: names.split(',') as Topic[], companyId })) return;
      timer = setTimeout(refresh, Math.max(0, refreshedAt + apartMs - Date.now()));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [listen, names, companyId, apartMs, router]);
  return null;
}
