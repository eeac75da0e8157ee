import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CompanyListPage } from './company-list.ts';

/** A page of the companies table; `query` is the list's state as the address holds it. */
export const companiesQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['companies', query.toString()],
    queryFn: async ({ signal }): Promise<CompanyListPage> => {
      const response = await fetch(`/api/internal/companies?${query}`, { signal });
      const body = await response.json();
      if (!response.ok) throw new Error(body.message ?? `The server answered ${response.status}`);
      return body;
    },
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
