import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import type { Topic } from '../../events/topics.ts';
import { getJson } from '../../get-json.ts';
import { listCountQuery } from '../../list-count.ts';
import type { ProjectListPage } from './project-list.ts';

const moving: readonly Topic[] = ['organisation'];

/** A page of the projects table; `query` is the list's state as the address holds it. */
export const projectsQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['projects', query.toString()],
    queryFn: ({ signal }) => getJson<ProjectListPage>(`/api/internal/projects?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(moving),
  });

/** How many projects the table's search leaves. */
export const projectCountQuery = (query: URLSearchParams) =>
  listCountQuery({ key: ['projects'], path: '/api/internal/projects/count', topics: moving }, query);
