import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { recordListCount } from '@/lib/domain/records/record-view.ts';
import { modelAt } from '@/lib/domain/records/registry.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How many of a company's records of a model the search and filters of the list leave. */
export const GET = consoleRoute<{ companyId: string; model: string }>(({ ctx }, request, params) => {
  const set = { companyId: companyIdFrom(params.companyId), model: modelAt(params.model) };
  return recordListCount(ctx, set, new URL(request.url).searchParams);
});
