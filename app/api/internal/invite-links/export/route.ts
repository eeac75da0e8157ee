import { inviteLinkCsv } from '@/lib/domain/invite-links/invite-link-csv.ts';
import { inviteLinkListItems } from '@/lib/domain/invite-links/invite-link-list.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Every invite link that matches, as a file. */
export const GET = csvRoute(({ ctx }, request) => {
  const query = new URL(request.url).searchParams;
  const pages = pagesOf((after) => inviteLinkListItems(ctx, query, { after, limit: exportPageSize }));
  return { name: 'invite-links', columns: inviteLinkCsv, pages };
});
