import { inviteLinkListPage } from '@/lib/domain/invite-links/invite-link-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of the invite links table. */
export const GET = consoleRoute(({ ctx }, request) => inviteLinkListPage(ctx, new URL(request.url).searchParams));
