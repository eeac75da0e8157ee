import { runningBulkActions } from '@/lib/domain/bulk-actions/data.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** The bulk actions that have not ended. */
export const GET = consoleRoute(({ ctx }) => runningBulkActions(ctx));
