import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { paymentWritePage } from '@/lib/domain/writes/write-page.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of the payments that were written to a company's platform. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, request, params) => {
  const query = new URL(request.url).searchParams;
  return paymentWritePage(ctx, { companyId: companyIdFrom(params.companyId) }, query);
});
