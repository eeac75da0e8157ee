import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { CompanyWritePage, WritePage } from './write-page.ts';

/** How often a page asks while a write has not ended. */
const watchMs = 1500;

const isOpen = (page: WritePage) => page.rows.some(({ endedAt }) => endedAt === null);

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
    refetchInterval: (query) => (query.state.data?.pages.some(isOpen) ? watchMs : false),
  });

/** A page of the payments written to a company's platform; asked again while one of them has not ended. */
export const paymentWritesQuery = (companyId: number, query: URLSearchParams) =>
  queryOptions({
    queryKey: ['company', companyId, 'payment-writes', query.toString()],
    queryFn: ({ signal }) =>
      getJson<CompanyWritePage>(`/api/internal/companies/${companyId}/payment-writes?${query}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? watchMs : false),
  });
