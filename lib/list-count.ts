import type { UseQueryOptions } from '@tanstack/react-query';
import { movedBy } from './events/moved-by.ts';
import type { Topic } from './events/topics.ts';
import { getJson } from './get-json.ts';

/** What of a list's address says where one is and how it looks; how many rows match does not depend on it. */
const notCounted = ['sort', 'after', 'rows'];

/** A count of many rows costs more than a page of them, and is a little less urgent. */
const apartMs = 15_000;

export interface CountedList {
  /** What the keys of the list's pages begin with, so that what has the rows asked for again has them counted again. */
  key: readonly (string | number)[];
  /** The JSON route that answers with the number. */
  path: string;
  /** What moves the number; with a company, only of that one. */
  topics: readonly Topic[];
  companyId?: number;
}

/** The search and the filters of a list's address, by which its rows are counted. */
export function countedBy(query: URLSearchParams): URLSearchParams {
  const counted = new URLSearchParams(query);
  for (const name of notCounted) counted.delete(name);
  return counted;
}

/** How many rows of a list match: one query for every order, page and size of it. */
export function listCountQuery(
  { key, path, topics, companyId }: CountedList,
  query: URLSearchParams,
): UseQueryOptions<number> {
  const counted = countedBy(query);
  return {
    queryKey: [...key, 'count', counted.toString()],
    queryFn: ({ signal }) => getJson<number>(`${path}?${counted}`, signal),
    meta: { ...movedBy(topics, companyId), apartMs },
  };
}
