import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { recordRawData } from '@/lib/domain/records/record-view.ts';
import { modelAt } from '@/lib/domain/records/registry.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** What the platform sent of a record. */
export const GET = consoleRoute<{ companyId: string; model: string; rootfiId: string }>(({ ctx }, _request, params) =>
  recordRawData(ctx, {
    companyId: companyIdFrom(params.companyId),
    model: modelAt(params.model),
    rootfiId: params.rootfiId,
  }),
);
