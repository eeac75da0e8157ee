import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import type { Topic } from '../../events/topics.ts';
import { getJson } from '../../get-json.ts';
import { listCountQuery } from '../../list-count.ts';
import type { WritePage } from './write-page.ts';

const writeTopics: readonly Topic[] = ['company', 'runs', 'writes'];

/** What a run wrote, record by record, page after page. */
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
    meta: movedBy(writeTopics, run.companyId),
  });

/** A page of the payments written to a company's platform. */
export const paymentWritesQuery = (companyId: number, query: URLSearchParams) =>
  queryOptions({
    queryKey: ['company', companyId, 'payment-writes', query.toString()],
    queryFn: ({ signal }) => getJson<WritePage>(`/api/internal/companies/${companyId}/payment-writes?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(writeTopics, companyId),
  });

/** How many of them the list's search and filters leave. */
export const paymentWriteCountQuery = (companyId: number, query: URLSearchParams) =>
  listCountQuery(
    {
      key: ['company', companyId, 'payment-writes'],
      path: `/api/internal/companies/${companyId}/payment-writes/count`,
      topics: writeTopics,
      companyId,
    },
    query,
  );
