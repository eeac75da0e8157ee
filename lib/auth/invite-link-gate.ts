import { eq } from 'drizzle-orm';
import { db } from '../../db/client.ts';
import { companies, inviteLinks } from '../../db/schema/companies.ts';
import { organisations } from '../../db/schema/organisations.ts';
import { type Context, makeContext } from '../context.ts';

/** What the connect page may do with a link; a closed one still says of which organisation it was. */
export type InviteLinkAccess =
  | { state: 'unknown' }
  | { state: 'expired' | 'revoked'; organisationName: string }
  | { state: 'open'; ctx: Context; companyId: number; companyName: string; organisationName: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The gate of the connect page: whoever holds the link acts as the link, for its own company only. An expired link
 * still opens while the company is connected, so that the customer can see the state and disconnect.
 */
export async function openInviteLink(
  inviteLinkId: string,
  request: { requestId: string; now: Date },
): Promise<InviteLinkAccess> {
  if (!uuid.test(inviteLinkId)) return { state: 'unknown' };
  const [link] = await db()
    .select({
      id: inviteLinks.id,
      status: inviteLinks.status,
      expiresAt: inviteLinks.expiresAt,
      organisationId: inviteLinks.organisationId,
      organisationName: organisations.name,
      companyId: companies.id,
      companyName: companies.name,
      archivedAt: companies.archivedAt,
    })
    .from(inviteLinks)
    .innerJoin(companies, eq(companies.id, inviteLinks.companyId))
    .innerJoin(organisations, eq(organisations.id, inviteLinks.organisationId))
    .where(eq(inviteLinks.id, inviteLinkId));
  if (!link) return { state: 'unknown' };
  const { organisationName } = link;
  if (link.status === 'REVOKED' || link.archivedAt) return { state: 'revoked', organisationName };
  if (link.status === 'PENDING' && link.expiresAt && link.expiresAt <= request.now) {
    return { state: 'expired', organisationName };
  }
  const ctx = makeContext({
    organisationId: link.organisationId,
    actor: { type: 'invite-link', id: link.id, label: `${link.companyName} (invite link)` },
    reach: { kind: 'companies', companyIds: [link.companyId] },
    requestId: request.requestId,
    now: request.now,
    door: 'connect',
  });
  return { state: 'open', ctx, companyId: link.companyId, companyName: link.companyName, organisationName };
}
