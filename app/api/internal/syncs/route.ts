import { syncListPage } from '@/lib/domain/syncs/sync-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of the organisation's runs. */
export const GET = consoleRoute((session, request) => {
  const query = new URL(request.url).searchParams;
  return syncListPage(session.ctx, {
    search: query.get('q'),
    status: query.get('status')?.split(','),
    type: query.get('type')?.split(','),
    after: query.get('after'),
  });
});
