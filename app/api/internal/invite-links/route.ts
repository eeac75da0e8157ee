import { inviteLinkListPage } from '@/lib/domain/invite-links/invite-link-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of the invite links table. */
export const GET = consoleRoute((session, request) => {
  const query = new URL(request.url).searchParams;
  return inviteLinkListPage(session.ctx, {
    q: query.get('q') ?? '',
    status: query.get('status') ?? undefined,
    after: query.get('after'),
  });
});
