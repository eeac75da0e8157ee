import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { TimelinePage } from './schema.ts';

/** How often a timeline with a sync going on is asked again. */
const watchMs = 3_000;

/** What happened to a company, newest first, page after page. `filter` is what of the address narrows it down. */
export const timelineQuery = (companyId: number, filter: string) =>
  infiniteQueryOptions({
    queryKey: ['company', companyId, 'timeline', filter],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams(filter);
      if (pageParam) query.set('after', pageParam);
      return getJson<TimelinePage>(`/api/internal/companies/${companyId}/timeline?${query}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) =>
      query.state.data?.pages[0]?.entries.some((entry) => 'isActive' in entry && entry.isActive) ? watchMs : false,
  });
