import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { Found } from './schema.ts';

/** What the organisation has under some words, or an id; what was found for the words before stays until then. */
export const searchQuery = (q: string, companyId: number | undefined) =>
  queryOptions({
    queryKey: ['search', q, companyId ?? null],
    queryFn: ({ signal }) =>
      getJson<Found>(
        `/api/internal/search?${new URLSearchParams({ q, ...(companyId && { company: String(companyId) }) })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
    enabled: q !== '',
  });
