import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { DeliveryItemDetail, DeliveryListPage } from './delivery-list.ts';

/** How often a delivery on its way is asked for. */
const watchMs = 1_500;

/** A page of deliveries; asks again every five seconds, since they move. */
export const deliveriesQuery = (query: URLSearchParams) =>
  queryOptions({
    queryKey: ['webhook-deliveries', 'list', query.toString()],
    queryFn: ({ signal }) => getJson<DeliveryListPage>(`/api/internal/webhook-deliveries?${query}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });

/** One delivery with its tries; asked again while it is on its way. */
export const deliveryQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['webhook-deliveries', 'one', deliveryId],
    queryFn: ({ signal }) => getJson<DeliveryItemDetail>(`/api/internal/webhook-deliveries/${deliveryId}`, signal),
    refetchInterval: (query) => (isOnItsWay(query.state.data?.state) ? watchMs : false),
  });

const isOnItsWay = (state: string | undefined) => state === 'PENDING' || state === 'PROCESSING';
