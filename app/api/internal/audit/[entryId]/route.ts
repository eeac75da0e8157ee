import { auditEntry } from '@/lib/domain/audit/audit-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** One entry of the audit log. */
export const GET = consoleRoute<{ entryId: string }>(({ ctx }, _request, { entryId }) => auditEntry(ctx, { entryId }));
