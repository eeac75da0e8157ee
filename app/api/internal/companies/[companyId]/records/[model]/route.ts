import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { recordPage } from '@/lib/domain/records/record-view.ts';
import { modelAt } from '@/lib/domain/records/registry.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of a company's records of a model. */
export const GET = consoleRoute<{ companyId: string; model: string }>(({ ctx }, request, params) => {
  const set = { companyId: companyIdFrom(params.companyId), model: modelAt(params.model) };
  return recordPage(ctx, set, new URL(request.url).searchParams);
});
