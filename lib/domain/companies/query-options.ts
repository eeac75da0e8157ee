import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import type { Topic } from '../../events/topics.ts';
import { getJson } from '../../get-json.ts';
import { listCountQuery } from '../../list-count.ts';
import type { CompanyListPage } from './company-list.ts';
import type { ErasureView } from './erasure-view.ts';
import type { MotherCandidate } from './mother-candidates.ts';

const moving: readonly Topic[] = ['company', 'runs'];

/** A page of the companies table; `query` is the list's state as the address holds it. */
export const companiesQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['companies', query.toString()],
    queryFn: ({ signal }) => getJson<CompanyListPage>(`/api/internal/companies?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(moving),
  });

/** How many companies the table's search and filters leave. */
export const companyCountQuery = (query: URLSearchParams) =>
  listCountQuery({ key: ['companies'], path: '/api/internal/companies/count', topics: moving }, query);

/** The companies that may be put above a company, by a part of their name. */
export const motherCandidatesQuery = (companyId: number, search: string) =>
  queryOptions({
    queryKey: ['company', companyId, 'mother-candidates', search],
    queryFn: ({ signal }) =>
      getJson<MotherCandidate[]>(
        `/api/internal/companies/${companyId}/mother-candidates?${new URLSearchParams({ q: search })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  });

/** How far the erasure of a company has come; asked again until nothing is left. */
export const erasureQuery = (companyId: number) =>
  queryOptions({
    queryKey: ['erasure', companyId],
    queryFn: ({ signal }) => getJson<ErasureView>(`/api/internal/companies/erasures/${companyId}`, signal),
    refetchInterval: ({ state }) => (state.data?.endedAt ? false : 1_500),
  });
