import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ConsoleFault, getJson } from '../../get-json.ts';
import { listCountQuery } from '../../list-count.ts';
import type { ContactDetail, ContactPage } from './contact-view.ts';
import type { RecordDetail, RecordPage } from './record-view.ts';

const onceUnlessRefused = (failures: number, error: Error) =>
  failures < 1 && !(error instanceof ConsoleFault && (error.status === 403 || error.status === 404));

/** A page of a company's contacts; `query` is the list's state as the address holds it. */
export const contactsQuery = (companyId: number, query: URLSearchParams) =>
  queryOptions({
    queryKey: ['company', companyId, 'contacts', query.toString()],
    queryFn: ({ signal }) => getJson<ContactPage>(`/api/internal/companies/${companyId}/contacts?${query}`, signal),
    placeholderData: keepPreviousData,
  });

/** How many contacts the list's search and filters leave. */
export const contactCountQuery = (companyId: number, query: URLSearchParams) =>
  listCountQuery(
    {
      key: ['company', companyId, 'contacts'],
      path: `/api/internal/companies/${companyId}/contacts/count`,
      topics: [],
    },
    query,
  );

/** One contact. One that is not there is not asked for twice. */
export const contactQuery = (companyId: number, contactId: number) =>
  queryOptions({
    queryKey: ['company', companyId, 'contact', contactId],
    queryFn: ({ signal }) =>
      getJson<ContactDetail>(`/api/internal/companies/${companyId}/contacts/${contactId}`, signal),
    retry: onceUnlessRefused,
  });

/** A page of a company's records; `path` is the model's word, `query` the list's state as the address holds it. */
export const recordsQuery = (companyId: number, path: string, query: URLSearchParams) =>
  queryOptions({
    queryKey: ['company', companyId, 'records', path, query.toString()],
    queryFn: ({ signal }) =>
      getJson<RecordPage>(`/api/internal/companies/${companyId}/records/${path}?${query}`, signal),
    placeholderData: keepPreviousData,
  });

/** How many records the list's search and filters leave. */
export const recordCountQuery = (companyId: number, path: string, query: URLSearchParams) =>
  listCountQuery(
    {
      key: ['company', companyId, 'records', path],
      path: `/api/internal/companies/${companyId}/records/${path}/count`,
      topics: [],
    },
    query,
  );

/** One record of a model. */
export const recordQuery = (companyId: number, path: string, rootfiId: number) =>
  queryOptions({
    queryKey: ['company', companyId, 'record', path, rootfiId],
    queryFn: ({ signal }) =>
      getJson<RecordDetail>(`/api/internal/companies/${companyId}/records/${path}/${rootfiId}`, signal),
    retry: onceUnlessRefused,
  });

/** What the platform sent of a record. It does not change while one looks at it. */
export const rawDataQuery = (companyId: number, path: string, rootfiId: number) =>
  queryOptions({
    queryKey: ['company', companyId, 'raw-data', path, rootfiId],
    queryFn: ({ signal }) =>
      getJson<{ rawData: unknown }>(`/api/internal/companies/${companyId}/records/${path}/${rootfiId}/raw`, signal),
    retry: onceUnlessRefused,
  });
