import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { contactCount } from '@/lib/domain/records/contact-view.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How many of a company's contacts the search and filters of the list leave. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, request, params) =>
  contactCount(ctx, { companyId: companyIdFrom(params.companyId) }, new URL(request.url).searchParams),
);
