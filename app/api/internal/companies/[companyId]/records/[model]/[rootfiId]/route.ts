import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { recordDetail } from '@/lib/domain/records/record-view.ts';
import { modelAt } from '@/lib/domain/records/registry.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** One record with what comes inside it and what it and others refer to. */
export const GET = consoleRoute<{ companyId: string; model: string; rootfiId: string }>(({ ctx }, _request, params) =>
  recordDetail(ctx, {
    companyId: companyIdFrom(params.companyId),
    model: modelAt(params.model),
    rootfiId: params.rootfiId,
  }),
);
