import type { Metadata } from 'next';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { CreateInviteLinkButton } from '@/components/invite-links/create-invite-link-button.tsx';
import { inviteLinkList } from '@/components/invite-links/invite-link-list.ts';
import { InviteLinksTable } from '@/components/invite-links/invite-links-table.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { countLater } from '@/lib/count-later.ts';
import { linkablePlatforms } from '@/lib/domain/connections/available.ts';
import { inviteLinkListCount, inviteLinkListPage } from '@/lib/domain/invite-links/invite-link-list.ts';
import { followViewLink, SavedViews } from '../_components/saved-views.tsx';

export const metadata: Metadata = { title: 'Invite links' };

export default async function InviteLinksPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await followViewLink('/invite-links', 'invite-links', searchParams);
  const [{ ctx }, params] = await Promise.all([requireSession(), readTableParams(inviteLinkList, searchParams)]);
  const query = tableQuery(params);
  const page = await inviteLinkListPage(ctx, query);
  const createLink = may(ctx.actor, 'invite-links.write') ? (
    <CreateInviteLinkButton platforms={linkablePlatforms()} />
  ) : null;
  return (
    <PageBody>
      <PageHead
        title="Invite links"
        description="What you sent to customers so that they connect their platform, and how far each has come."
        actions={createLink}
      />
      <InviteLinksTable
        views={<SavedViews list="invite-links" />}
        initial={{
          query: query.toString(),
          page,
          total: countLater(query, page, () => inviteLinkListCount(ctx, query)),
        }}
        createLink={createLink}
      />
    </PageBody>
  );
}
