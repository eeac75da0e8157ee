import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { companyRun } from '@/lib/domain/syncs/company-runs.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** One run with its jobs and what it kept aside. */
export const GET = consoleRoute<{ companyId: string; syncId: string }>(({ ctx }, _request, params) =>
  companyRun(ctx, { companyId: companyIdFrom(params.companyId), syncId: params.syncId }),
);
