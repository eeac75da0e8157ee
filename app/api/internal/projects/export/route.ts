import { projectCsv } from '@/lib/domain/reference-data/project-csv.ts';
import { projectListItems } from '@/lib/domain/reference-data/project-list.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Every project that matches, as a file. */
export const GET = csvRoute(({ ctx }, request) => {
  const query = new URL(request.url).searchParams;
  const pages = pagesOf((after) => projectListItems(ctx, query, { after, limit: exportPageSize }));
  return { name: 'projects', columns: projectCsv, pages };
});
