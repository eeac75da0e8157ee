import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import type { Topic } from '../../events/topics.ts';
import { getJson } from '../../get-json.ts';
import { listCountQuery } from '../../list-count.ts';
import type { InviteLinkListPage } from './invite-link-list.ts';
import type { LinkableModels } from './linkable-models.ts';

const moving: readonly Topic[] = ['invite-links', 'company', 'runs'];

/** A page of the invite links table; `query` is the list's state as the address holds it. */
export const inviteLinksQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['invite-links', query.toString()],
    queryFn: ({ signal }) => getJson<InviteLinkListPage>(`/api/internal/invite-links?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(moving),
  });

/** How many links the table's search and filters leave. */
export const inviteLinkCountQuery = (query: URLSearchParams) =>
  listCountQuery({ key: ['invite-links'], path: '/api/internal/invite-links/count', topics: moving }, query);

/** The models that a new link can be for. */
export const linkableModelsQuery = () =>
  queryOptions({
    queryKey: ['linkable-models'],
    queryFn: ({ signal }) => getJson<LinkableModels[]>('/api/internal/linkable-models', signal),
  });
