import { deliveryDetail } from '@/lib/domain/webhooks/delivery-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** One delivery with its payload and tries. */
export const GET = consoleRoute<{ deliveryId: string }>(({ ctx }, _request, { deliveryId }) =>
  deliveryDetail(ctx, { deliveryId }),
);
