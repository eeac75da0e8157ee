import { syncCsv } from '@/lib/domain/syncs/sync-csv.ts';
import { syncListItems } from '@/lib/domain/syncs/sync-list.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Every run that matches, as a file. */
export const GET = csvRoute(({ ctx }, request) => {
  const query = new URL(request.url).searchParams;
  const pages = pagesOf((after) => syncListItems(ctx, query, { after, limit: exportPageSize }));
  return { name: 'syncs', columns: syncCsv, pages };
});
