import { syncListPage } from '@/lib/domain/syncs/sync-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of the organisation's runs. */
export const GET = consoleRoute(({ ctx }, request) => syncListPage(ctx, new URL(request.url).searchParams));
