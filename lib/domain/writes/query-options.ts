import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { WritePage } from './write-page.ts';

/** How often a page asks while a write has not ended. */
const watchMs = 1500;

/** What a run wrote, record by record, page after page; asked again while one of them has not ended. */
export const runWritesQuery = (run: { companyId: number; syncId: string }) =>
  infiniteQueryOptions({
    queryKey: ['company', run.companyId, 'writes', run.syncId],
    queryFn: ({ signal, pageParam }) =>
      getJson<WritePage>(
        `/api/internal/companies/${run.companyId}/syncs/${run.syncId}/writes${pageParam ? `?after=${pageParam}` : ''}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.rows.some(({ endedAt }) => endedAt === null)) ? watchMs : false,
  });
