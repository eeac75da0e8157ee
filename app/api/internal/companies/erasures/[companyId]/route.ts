import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { companyErasure } from '@/lib/domain/companies/erasure-view.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How far the erasure of a company has come. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, _request, params) =>
  companyErasure(ctx, { companyId: companyIdFrom(params.companyId) }),
);
