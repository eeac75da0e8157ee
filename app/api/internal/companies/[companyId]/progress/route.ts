import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { companyProgress } from '@/lib/domain/syncs/company-runs.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** The newest run of a company. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, _request, params) =>
  companyProgress(ctx, { companyId: companyIdFrom(params.companyId) }),
);
