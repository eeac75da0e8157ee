import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import type { Topic } from '../../events/topics.ts';
import { getJson } from '../../get-json.ts';
import { listCountQuery } from '../../list-count.ts';
import type { SyncListPage } from './sync-list.ts';

const moving: readonly Topic[] = ['company', 'runs', 'progress', 'writes'];

/** A page of the organisation's runs. */
export const organisationSyncsQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['syncs', query.toString()],
    queryFn: ({ signal }) => getJson<SyncListPage>(`/api/internal/syncs?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(moving),
  });

/** How many of them its search and filters leave. */
export const organisationSyncCountQuery = (query: URLSearchParams) =>
  listCountQuery({ key: ['syncs'], path: '/api/internal/syncs/count', topics: moving }, query);
