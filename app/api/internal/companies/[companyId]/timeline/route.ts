import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { companyTimeline } from '@/lib/domain/timeline/data.ts';
import { timelineFilter } from '@/lib/domain/timeline/timeline-filter.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of what happened to a company. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, request, params) => {
  const query = new URL(request.url).searchParams;
  return companyTimeline(ctx, {
    companyId: companyIdFrom(params.companyId),
    ...timelineFilter({ show: query.get('show'), by: query.get('by') }),
    after: query.get('after'),
  });
});
