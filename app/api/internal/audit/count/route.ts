import { auditListCount } from '@/lib/domain/audit/audit-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How many entries the search and filters of the table leave. */
export const GET = consoleRoute(({ ctx }, request) => auditListCount(ctx, new URL(request.url).searchParams));
