import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InviteLinkListPage } from './invite-link-list.ts';

/** A page of the invite links table; `query` is the list's state as the address holds it. */
export const inviteLinksQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['invite-links', query.toString()],
    queryFn: async ({ signal }): Promise<InviteLinkListPage> => {
      const response = await fetch(`/api/internal/invite-links?${query}`, { signal });
      const body = await response.json();
      if (!response.ok) throw new Error(body.message ?? `The server answered ${response.status}`);
      return body;
    },
    placeholderData: keepPreviousData,
  });
