import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import type { Topic } from '../../events/topics.ts';
import { ConsoleFault, getJson } from '../../get-json.ts';
import { listCountQuery } from '../../list-count.ts';
import type { AuditListItem, AuditListPage } from './audit-list.ts';

const moving: readonly Topic[] = ['company', 'organisation'];

/** A page of the audit table; `query` is the list's state as the address holds it. */
export const auditQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['audit', query.toString()],
    queryFn: ({ signal }) => getJson<AuditListPage>(`/api/internal/audit?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(moving),
  });

/** How many entries the table's search and filters leave. */
export const auditCountQuery = (query: URLSearchParams) =>
  listCountQuery({ key: ['audit'], path: '/api/internal/audit/count', topics: moving }, query);

/** One entry. One that is not there is not asked for twice. */
export const auditEntryQuery = (entryId: number) =>
  queryOptions({
    queryKey: ['audit-entry', entryId],
    queryFn: ({ signal }) => getJson<AuditListItem>(`/api/internal/audit/${entryId}`, signal),
    retry: (failures, error) => failures < 1 && !(error instanceof ConsoleFault && error.status === 404),
  });
