import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { paymentWriteCsv } from '@/lib/domain/writes/payment-write-csv.ts';
import { paymentWriteItems, type WriteRow } from '@/lib/domain/writes/write-page.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Every payment that was written to a company's platform and matches, as a file. */
export const GET = csvRoute<WriteRow, { companyId: string }>(({ ctx }, request, params) => {
  const query = new URL(request.url).searchParams;
  const company = { companyId: companyIdFrom(params.companyId) };
  const pages = pagesOf((after) => paymentWriteItems(ctx, company, query, { after, limit: exportPageSize }));
  return { name: `sent-payments-of-${company.companyId}`, columns: paymentWriteCsv, pages };
});
