'use client';

import { skipToken, type UseQueryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { use } from 'react';

/** Where a list has the number of its rows from. */
export interface ListCount {
  query: UseQueryOptions<number>;
  /** The server's first answer, which may be on its way; null in it when the server could not count. */
  first?: Promise<number | null>;
}

/** What a table knows beside the number. */
export interface Place {
  /** Rows on this page; null while they are on their way. */
  shown: number | null;
  after: string | null;
  next: string | null;
}

/** How many match: null until that is known, with a way to ask again when it could not be counted. */
export interface Total {
  total: number | null;
  retry?: () => void;
}

/** Stands for a list whose page holds all there is, which nothing has to be asked for. */
const uncounted: UseQueryOptions<number> = { queryKey: ['uncounted'], queryFn: skipToken };

/**
 * How many rows of a list match, asked once it is known that a page does not hold all of them: one that does is its own
 * count. Suspends until the server's first answer is there; what is counted later is null meanwhile.
 */
export function useTotal(count: ListCount | number | undefined, { shown, after, next }: Place): Total {
  const client = useQueryClient();
  const isWhole = shown !== null && after === null && next === null;
  const wanted = typeof count === 'number' ? undefined : count;
  const isKnown = wanted && client.getQueryData(wanted.query.queryKey) !== undefined;
  const first = wanted?.first && !isKnown && !isWhole ? use(wanted.first) : undefined;
  const { data, isError, refetch } = useQuery({
    ...(wanted?.query ?? uncounted),
    initialData: first ?? undefined,
    enabled: wanted !== undefined && shown !== null && !isWhole,
  });
  if (isWhole) return { total: shown };
  if (typeof count === 'number') return { total: count };
  return { total: data ?? null, retry: isError ? () => void refetch() : undefined };
}
