import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { BulkRowPage } from './data.ts';
import type { BulkActionView } from './schema.ts';

const runningMs = 1_000;
const restingMs = 15_000;

/** One bulk action; asked again every second until it has ended. */
export const bulkActionQuery = (bulkActionId: string) =>
  queryOptions({
    queryKey: ['bulk-action', bulkActionId],
    queryFn: ({ signal }) => getJson<BulkActionView>(`/api/internal/bulk-actions/${bulkActionId}`, signal),
    refetchInterval: ({ state }) => (state.data?.endedAt ? false : runningMs),
  });

/** The bulk actions that go on. */
export const runningBulkActionsQuery = () =>
  queryOptions({
    queryKey: ['bulk-actions', 'running'],
    queryFn: ({ signal }) => getJson<BulkActionView[]>('/api/internal/bulk-actions/running', signal),
    refetchInterval: ({ state }) => (state.data?.length ? runningMs : restingMs),
  });

/** A page of what came of each company; `query` is the table's state as the address holds it. */
export const bulkRowsQuery = (bulkActionId: string, query: URLSearchParams, isRunning: boolean) =>
  queryOptions({
    queryKey: ['bulk-action', bulkActionId, 'rows', query.toString()],
    queryFn: ({ signal }) => getJson<BulkRowPage>(`/api/internal/bulk-actions/${bulkActionId}/rows?${query}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: isRunning && 2 * runningMs,
  });
