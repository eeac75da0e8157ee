import { bulkRowPage } from '@/lib/domain/bulk-actions/data.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of what came of each company. */
export const GET = consoleRoute<{ bulkActionId: string }>(({ ctx }, request, { bulkActionId }) =>
  bulkRowPage(ctx, bulkActionId, new URL(request.url).searchParams),
);
