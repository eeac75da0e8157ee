import { auditCsv } from '@/lib/domain/audit/audit-csv.ts';
import { auditEntries, readAuditQuery } from '@/lib/domain/audit/audit-list.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Everything that matches, as a file. */
export const GET = csvRoute(({ ctx }, request) => {
  const query = readAuditQuery(new URL(request.url).searchParams);
  const pages = pagesOf((after) => auditEntries(ctx, { ...query, after, limit: exportPageSize }));
  return { name: 'audit', columns: auditCsv, pages };
});
