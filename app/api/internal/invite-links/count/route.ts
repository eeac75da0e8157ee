import { inviteLinkListCount } from '@/lib/domain/invite-links/invite-link-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How many links the search and filters of the table leave. */
export const GET = consoleRoute(({ ctx }, request) => inviteLinkListCount(ctx, new URL(request.url).searchParams));
