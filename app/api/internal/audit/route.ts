import { auditListPage } from '@/lib/domain/audit/audit-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of the audit table. */
export const GET = consoleRoute(({ ctx }, request) => auditListPage(ctx, new URL(request.url).searchParams));
