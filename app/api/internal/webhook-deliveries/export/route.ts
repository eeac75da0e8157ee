import { deliveryCsv } from '@/lib/domain/webhooks/delivery-csv.ts';
import { deliveryListItems } from '@/lib/domain/webhooks/delivery-list.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Every delivery that matches, as a file. */
export const GET = csvRoute(({ ctx }, request) => {
  const query = new URL(request.url).searchParams;
  const pages = pagesOf((after) => deliveryListItems(ctx, query, { after, limit: exportPageSize }));
  return { name: 'webhook-deliveries', columns: deliveryCsv, pages };
});
