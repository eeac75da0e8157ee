import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { SyncListPage } from './sync-list.ts';

/** A page of the organisation's runs; asks again every five seconds, since runs move. */
export const organisationSyncsQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['syncs', query.toString()],
    queryFn: ({ signal }) => getJson<SyncListPage>(`/api/internal/syncs?${query}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
