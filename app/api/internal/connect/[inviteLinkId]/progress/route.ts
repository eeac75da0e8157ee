import { openInviteLink } from '@/lib/auth/invite-link-gate.ts';
import { linkProgress } from '@/lib/domain/connections/data.ts';

/** The running sync behind an invite link; the link itself is the permission. */
export async function GET(_request: Request, { params }: { params: Promise<{ inviteLinkId: string }> }) {
  const { inviteLinkId } = await params;
  const access = await openInviteLink(inviteLinkId, { requestId: crypto.randomUUID(), now: new Date() });
  if (access.state !== 'open') return Response.json({ message: 'This link is not open' }, { status: 404 });
  const progress = await linkProgress(access.ctx, { companyId: access.companyId });
  return Response.json(progress, { headers: { 'cache-control': 'no-store' } });
}
