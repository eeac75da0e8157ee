import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import type { Topic } from '../../events/topics.ts';
import { getJson } from '../../get-json.ts';
import { listCountQuery } from '../../list-count.ts';
import type { DeliveryItemDetail, DeliveryListPage } from './delivery-list.ts';

const moving: readonly Topic[] = ['deliveries', 'organisation'];

/** A page of deliveries. */
export const deliveriesQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['webhook-deliveries', 'list', query.toString()],
    queryFn: ({ signal }) => getJson<DeliveryListPage>(`/api/internal/webhook-deliveries?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(moving),
  });

/** How many deliveries the table's search and filters leave. */
export const deliveryCountQuery = (query: URLSearchParams) =>
  listCountQuery(
    { key: ['webhook-deliveries'], path: '/api/internal/webhook-deliveries/count', topics: moving },
    query,
  );

/** One delivery with its tries. */
export const deliveryQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['webhook-deliveries', 'one', deliveryId],
    queryFn: ({ signal }) => getJson<DeliveryItemDetail>(`/api/internal/webhook-deliveries/${deliveryId}`, signal),
    meta: movedBy(moving),
  });
