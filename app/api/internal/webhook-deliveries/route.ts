import { deliveryListPage } from '@/lib/domain/webhooks/delivery-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of what was sent to webhooks. */
export const GET = consoleRoute((session, request) => {
  const query = new URL(request.url).searchParams;
  return deliveryListPage(session.ctx, {
    state: query.get('state')?.split(','),
    type: query.get('type')?.split(','),
    webhook: query.get('webhook')?.split(','),
    after: query.get('after'),
  });
});
