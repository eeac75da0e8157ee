import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { CustomerMessage } from './schema.ts';

/** The ready message to a company's customer; made anew each time it is asked for. */
export const customerMessageQuery = (companyId: number) =>
  queryOptions({
    queryKey: ['company', companyId, 'customer-message'],
    queryFn: ({ signal }) => getJson<CustomerMessage>(`/api/internal/companies/${companyId}/customer-message`, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
