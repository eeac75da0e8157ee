import { companyCsv } from '@/lib/domain/companies/company-csv.ts';
import { companyListItems } from '@/lib/domain/companies/company-list.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Every company that matches, as a file. */
export const GET = csvRoute(({ ctx }, request) => {
  const query = new URL(request.url).searchParams;
  const pages = pagesOf((after) => companyListItems(ctx, query, { after, limit: exportPageSize }));
  return { name: 'companies', columns: companyCsv, pages };
});
