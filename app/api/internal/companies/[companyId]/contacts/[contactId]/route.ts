import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { contactDetail } from '@/lib/domain/records/contact-view.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** One contact with its addresses, phone numbers, links and what its invoices come to. */
export const GET = consoleRoute<{ companyId: string; contactId: string }>(({ ctx }, _request, params) =>
  contactDetail(ctx, { companyId: companyIdFrom(params.companyId), contactId: params.contactId }),
);
