import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { companyRuns } from '@/lib/domain/syncs/company-runs.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of a company's runs. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, request, params) => {
  const query = new URL(request.url).searchParams;
  return companyRuns(ctx, { companyId: companyIdFrom(params.companyId) }, query);
});
