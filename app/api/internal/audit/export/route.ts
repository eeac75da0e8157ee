import { auditCsv } from '@/lib/domain/audit/audit-csv.ts';
import { auditListItems } from '@/lib/domain/audit/audit-list.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Every entry that matches, as a file. */
export const GET = csvRoute(({ ctx }, request) => {
  const query = new URL(request.url).searchParams;
  const pages = pagesOf((after) => auditListItems(ctx, query, { after, limit: exportPageSize }));
  return { name: 'audit', columns: auditCsv, pages };
});
