import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { contactPage } from '@/lib/domain/records/contact-view.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of a company's contacts. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, request, params) =>
  contactPage(ctx, { companyId: companyIdFrom(params.companyId) }, new URL(request.url).searchParams),
);
