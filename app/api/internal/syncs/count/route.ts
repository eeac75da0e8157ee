import { syncListCount } from '@/lib/domain/syncs/sync-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How many runs the search and filters of the table leave. */
export const GET = consoleRoute(({ ctx }, request) => syncListCount(ctx, new URL(request.url).searchParams));
