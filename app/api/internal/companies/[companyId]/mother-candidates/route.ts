import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { motherCandidates } from '@/lib/domain/companies/mother-candidates.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

const longestSearch = 200;

/** The companies that may be put above a company. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, request, params) =>
  motherCandidates(ctx, {
    companyId: companyIdFrom(params.companyId),
    search: (new URL(request.url).searchParams.get('q') ?? '').slice(0, longestSearch),
  }),
);
