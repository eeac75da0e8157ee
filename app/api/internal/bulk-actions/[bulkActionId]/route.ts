import { getBulkAction } from '@/lib/domain/bulk-actions/data.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** One bulk action and how far it is. */
export const GET = consoleRoute<{ bulkActionId: string }>(({ ctx }, _request, params) => getBulkAction(ctx, params));
