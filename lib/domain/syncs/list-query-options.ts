import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SyncListPage } from './sync-list.ts';

/** A page of the organisation's runs; asks again every five seconds, since runs move. */
export const organisationSyncsQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['syncs', query.toString()],
    queryFn: async ({ signal }): Promise<SyncListPage> => {
      const response = await fetch(`/api/internal/syncs?${query}`, { signal });
      const body = await response.json();
      if (!response.ok) throw new Error(body.message ?? `The server answered ${response.status}`);
      return body;
    },
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
