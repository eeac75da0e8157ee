import { bulkRowCsv } from '@/lib/domain/bulk-actions/bulk-row-csv.ts';
import { bulkRowItems } from '@/lib/domain/bulk-actions/data.ts';
import type { BulkRowView } from '@/lib/domain/bulk-actions/schema.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** What came of each company, as a file. */
export const GET = csvRoute<BulkRowView, { bulkActionId: string }>(({ ctx }, request, { bulkActionId }) => {
  const query = new URL(request.url).searchParams;
  const pages = pagesOf((after) => bulkRowItems(ctx, bulkActionId, query, { after, limit: exportPageSize }));
  return { name: 'bulk-action', columns: bulkRowCsv, pages };
});
