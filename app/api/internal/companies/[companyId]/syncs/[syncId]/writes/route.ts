import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { companyRun } from '@/lib/domain/syncs/company-runs.ts';
import { writePage } from '@/lib/domain/writes/write-page.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of what a run wrote. */
export const GET = consoleRoute<{ companyId: string; syncId: string }>(async ({ ctx }, request, params) => {
  const run = { companyId: companyIdFrom(params.companyId), syncId: params.syncId };
  await companyRun(ctx, run);
  return writePage(ctx, { ...run, after: new URL(request.url).searchParams.get('after') });
});
