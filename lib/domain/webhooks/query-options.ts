import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movedBy } from '../../events/moved-by.ts';
import { getJson } from '../../get-json.ts';
import type { DeliveryItemDetail, DeliveryListPage } from './delivery-list.ts';

/** A page of deliveries. */
export const deliveriesQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['webhook-deliveries', 'list', query.toString()],
    queryFn: ({ signal }) => getJson<DeliveryListPage>(`/api/internal/webhook-deliveries?${query}`, signal),
    placeholderData: keepPreviousData,
    meta: movedBy(['deliveries', 'organisation']),
  });

/** One delivery with its tries. */
export const deliveryQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['webhook-deliveries', 'one', deliveryId],
    queryFn: ({ signal }) => getJson<DeliveryItemDetail>(`/api/internal/webhook-deliveries/${deliveryId}`, signal),
    meta: movedBy(['deliveries', 'organisation']),
  });
