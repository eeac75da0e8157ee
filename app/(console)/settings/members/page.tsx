import type { Metadata } from 'next';
import { type InvitationRow, InvitationsTable } from '@/components/members/invitations-table.tsx';
import { InviteMemberButton } from '@/components/members/invite-member-button.tsx';
import { memberRow } from '@/components/members/member-row.ts';
import { MembersTable } from '@/components/members/members-table.tsx';
import { roles } from '@/db/schema/enums.ts';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import type { Context } from '@/lib/context.ts';
import { listMemberInvitations } from '@/lib/domain/member-invitations/data.ts';
import { listMembers } from '@/lib/domain/members/data.ts';
import { mayManage } from '@/lib/domain/members/standing.ts';
import { onlyAdmins, SettingsPart } from '../_components/settings-part.tsx';

export const metadata: Metadata = { title: 'Members' };

export default async function MembersPage() {
  const { ctx, user } = await requireSession();
  const mayChange = may(ctx.actor, 'members.write');
  const [members, invitations] = await Promise.all([listMembers(ctx), mayChange ? invitationRows(ctx) : []]);
  const offered = roles.filter((role) => mayManage(ctx.actor, role));
  return (
    <SettingsPart
      title="Members"
      description="Who may sign in to this organisation, and as what."
      action={mayChange && <InviteMemberButton offered={offered} />}
      note={mayChange ? null : onlyAdmins}
    >
      <MembersTable
        members={members.map((member) =>
          memberRow(member, {
            isSelf: member.userId === user.id,
            isManaged: mayManage(ctx.actor, member.role),
          }),
        )}
        offered={offered}
      />
      {invitations.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold">Invitations</h3>
          <InvitationsTable invitations={invitations} />
        </>
      )}
    </SettingsPart>
  );
}

async function invitationRows(ctx: Context): Promise<InvitationRow[]> {
  const invitations = await listMemberInvitations(ctx);
  return invitations.map(({ id, email, role, invitedBy, expiresAt, isExpired }) => ({
    id,
    email,
    role,
    invitedBy,
    expiresAt: expiresAt.toISOString(),
    isExpired,
    isManaged: mayManage(ctx.actor, role),
  }));
}
