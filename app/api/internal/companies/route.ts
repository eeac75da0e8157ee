import { companyListPage } from '@/lib/domain/companies/company-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of the companies table. */
export const GET = consoleRoute((session, request) => {
  const query = new URL(request.url).searchParams;
  const words = (name: string) => query.get(name)?.split(',').filter(Boolean) ?? [];
  return companyListPage(session.ctx, {
    q: query.get('q') ?? '',
    sort: query.get('sort'),
    after: query.get('after'),
    status: words('status')[0],
    health: words('health'),
    platform: words('platform'),
    activity: words('activity')[0],
    tag: words('tag'),
    currency: words('currency'),
    subsidiary: words('subsidiary'),
    'tax-rate': words('tax-rate'),
    'document-type': words('document-type'),
    chain: words('chain'),
  });
});
