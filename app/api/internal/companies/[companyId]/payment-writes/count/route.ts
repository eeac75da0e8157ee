import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { paymentWriteCount } from '@/lib/domain/writes/write-page.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How many payments to a company's platform the search and filters of the list leave. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, request, params) =>
  paymentWriteCount(ctx, { companyId: companyIdFrom(params.companyId) }, new URL(request.url).searchParams),
);
