import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ConsoleFault, getJson } from '../../get-json.ts';
import type { ContactDetail, ContactPage } from './contact-view.ts';

/** A page of a company's contacts; `query` is the list's state as the address holds it. */
export const contactsQuery = (companyId: number, query: URLSearchParams) =>
  queryOptions({
    queryKey: ['company', companyId, 'contacts', query.toString()],
    queryFn: ({ signal }) => getJson<ContactPage>(`/api/internal/companies/${companyId}/contacts?${query}`, signal),
    placeholderData: keepPreviousData,
  });

/** One contact. One that is not there is not asked for twice. */
export const contactQuery = (companyId: number, contactId: number) =>
  queryOptions({
    queryKey: ['company', companyId, 'contact', contactId],
    queryFn: ({ signal }) =>
      getJson<ContactDetail>(`/api/internal/companies/${companyId}/contacts/${contactId}`, signal),
    retry: (failures, error) => failures < 1 && !(error instanceof ConsoleFault && error.status === 404),
  });
