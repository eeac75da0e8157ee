import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import { getJson } from '../../get-json.ts';
import type { ProjectListPage } from './project-list.ts';

/** A page of the projects table; `query` is the list's state as the address holds it. */
export const projectsQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['projects', query.toString()],
    queryFn: ({ signal }) => getJson<ProjectListPage>(`/api/internal/projects?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(['organisation']),
  });
