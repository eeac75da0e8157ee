import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { companyRunCount } from '@/lib/domain/syncs/company-runs.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How many of a company's runs the search and filters of the list leave. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, request, params) =>
  companyRunCount(ctx, { companyId: companyIdFrom(params.companyId) }, new URL(request.url).searchParams),
);
