import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { getCustomerMessage } from '@/lib/domain/customer-messages/data.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** The ready message to a company's customer. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, _request, params) =>
  getCustomerMessage(ctx, { companyId: companyIdFrom(params.companyId) }),
);
