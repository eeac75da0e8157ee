import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { CompanyListPage } from './company-list.ts';

/** A page of the companies table; `query` is the list's state as the address holds it. */
export const companiesQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['companies', query.toString()],
    queryFn: ({ signal }) => getJson<CompanyListPage>(`/api/internal/companies?${query}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
