import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { recordCsv } from '@/lib/domain/records/record-csv.ts';
import { type RecordItem, recordListItems } from '@/lib/domain/records/record-view.ts';
import { modelAt } from '@/lib/domain/records/registry.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Every record of a model that matches, as a file. */
export const GET = csvRoute<RecordItem, { companyId: string; model: string }>(({ ctx }, request, params) => {
  const query = new URL(request.url).searchParams;
  const set = { companyId: companyIdFrom(params.companyId), model: modelAt(params.model) };
  const pages = pagesOf((after) => recordListItems(ctx, set, query, { after, limit: exportPageSize }));
  return { name: `${params.model}-of-${set.companyId}`, columns: recordCsv(set.model), pages };
});
