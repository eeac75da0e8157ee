import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import { getJson } from '../../get-json.ts';
import type { SyncListPage } from './sync-list.ts';

/** A page of the organisation's runs. */
export const organisationSyncsQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['syncs', query.toString()],
    queryFn: ({ signal }) => getJson<SyncListPage>(`/api/internal/syncs?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(['company', 'runs', 'progress', 'writes']),
  });
