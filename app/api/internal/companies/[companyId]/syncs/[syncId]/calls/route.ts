import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { callPage } from '@/lib/domain/platform-calls/call-page.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of what a job of a run said with its platform. */
export const GET = consoleRoute<{ companyId: string; syncId: string }>(({ ctx }, request, params) => {
  const query = new URL(request.url).searchParams;
  return callPage(ctx, {
    companyId: companyIdFrom(params.companyId),
    syncId: params.syncId,
    jobId: query.get('job'),
    after: query.get('after'),
  });
});
