import { deliveryListPage } from '@/lib/domain/webhooks/delivery-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of what was sent to webhooks. */
export const GET = consoleRoute(({ ctx }, request) => deliveryListPage(ctx, new URL(request.url).searchParams));
