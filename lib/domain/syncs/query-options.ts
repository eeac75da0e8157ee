import { keepPreviousData, type QueryFilters, queryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { RunDetail, RunPage, RunProgress } from './run-view.ts';

/** How often a page that watches a run asks. */
const watchMs = 1500;

const ofCompany = (companyId: number) => ['company', companyId] as const;
const progressOf = (companyId: number) => [...ofCompany(companyId), 'progress'] as const;
const runsOf = (companyId: number) => [...ofCompany(companyId), 'runs'] as const;

/** All that a run changes of what is known of a company, to have it asked for again: everything but its progress. */
export const movedByRuns = (companyId: number): QueryFilters => ({
  queryKey: ofCompany(companyId),
  predicate: ({ queryKey }) => !progressOf(companyId).every((part, at) => queryKey[at] === part),
});

/** The newest run of a company; asked again while it is going on. */
export const companyProgressQuery = (companyId: number) =>
  queryOptions({
    queryKey: progressOf(companyId),
    queryFn: ({ signal }) => getJson<RunProgress | null>(`/api/internal/companies/${companyId}/progress`, signal),
    refetchInterval: (query) => (query.state.data?.isActive ? watchMs : false),
    staleTime: 5_000,
  });

/**
 * A page of a company's runs; asked again while one of them is going on. `query` is the list's state as the address holds
 * it.
 */
export const companyRunsQuery = (companyId: number, query: URLSearchParams) =>
  queryOptions({
    queryKey: [...runsOf(companyId), 'list', query.toString()],
    queryFn: ({ signal }) => getJson<RunPage>(`/api/internal/companies/${companyId}/syncs?${query}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.rows.some((run) => run.isActive) ? watchMs : false),
  });

/** One run with its jobs; asked again while it is going on. */
export const companyRunQuery = (companyId: number, syncId: string) =>
  queryOptions({
    queryKey: [...runsOf(companyId), 'one', syncId],
    queryFn: ({ signal }) => getJson<RunDetail>(`/api/internal/companies/${companyId}/syncs/${syncId}`, signal),
    refetchInterval: (query) => (query.state.data?.isActive ? watchMs : false),
  });
