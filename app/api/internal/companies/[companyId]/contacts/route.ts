import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { contactPage } from '@/lib/domain/records/contact-view.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';
import { pageSizeOf } from '@/lib/page-size.ts';

/** A page of a company's contacts. */
export const GET = consoleRoute<{ companyId: string }>(({ ctx }, request, params) => {
  const query = new URL(request.url).searchParams;
  return contactPage(ctx, {
    companyId: companyIdFrom(params.companyId),
    search: query.get('q') ?? '',
    after: query.get('after'),
    withDeleted: query.get('show') === 'all',
    limit: pageSizeOf(query),
  });
});
