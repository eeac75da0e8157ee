import { deliveryListCount } from '@/lib/domain/webhooks/delivery-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How many deliveries the search and filters of the table leave. */
export const GET = consoleRoute(({ ctx }, request) => deliveryListCount(ctx, new URL(request.url).searchParams));
