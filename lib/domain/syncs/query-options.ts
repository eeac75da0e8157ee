import { keepPreviousData, type QueryFilters, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import type { Topic } from '../../events/topics.ts';
import { getJson } from '../../get-json.ts';
import { listCountQuery } from '../../list-count.ts';
import type { RunDetail, RunPage, RunProgress } from './run-view.ts';

/** What moves a company's runs, its own and what others do with them. */
const runTopics: readonly Topic[] = ['company', 'runs', 'progress', 'writes'];

const ofCompany = (companyId: number) => ['company', companyId] as const;
const progressOf = (companyId: number) => [...ofCompany(companyId), 'progress'] as const;
const runsOf = (companyId: number) => [...ofCompany(companyId), 'runs'] as const;

/** All that a run changes of what is known of a company, to have it asked for again: everything but its progress. */
export const movedByRuns = (companyId: number): QueryFilters => ({
  queryKey: ofCompany(companyId),
  predicate: ({ queryKey }) => !progressOf(companyId).every((part, at) => queryKey[at] === part),
});

/** The newest run of a company. */
export const companyProgressQuery = (companyId: number) =>
  queryOptions({
    queryKey: progressOf(companyId),
    queryFn: ({ signal }) => getJson<RunProgress | null>(`/api/internal/companies/${companyId}/progress`, signal),
    meta: movedBy(runTopics, companyId),
    staleTime: 5_000,
  });

/** A page of a company's runs; `query` is the list's state as the address holds it. */
export const companyRunsQuery = (companyId: number, query: URLSearchParams) =>
  queryOptions({
    queryKey: [...runsOf(companyId), 'list', query.toString()],
    queryFn: ({ signal }) => getJson<RunPage>(`/api/internal/companies/${companyId}/syncs?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(runTopics, companyId),
  });

/** How many of them the list's filters leave. */
export const companyRunCountQuery = (companyId: number, query: URLSearchParams) =>
  listCountQuery(
    { key: runsOf(companyId), path: `/api/internal/companies/${companyId}/syncs/count`, topics: runTopics, companyId },
    query,
  );

/** One run with its jobs. */
export const companyRunQuery = (companyId: number, syncId: string) =>
  queryOptions({
    queryKey: [...runsOf(companyId), 'one', syncId],
    queryFn: ({ signal }) => getJson<RunDetail>(`/api/internal/companies/${companyId}/syncs/${syncId}`, signal),
    meta: movedBy(runTopics, companyId),
  });
