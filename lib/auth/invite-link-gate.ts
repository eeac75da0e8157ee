import { eq } from 'drizzle-orm';
import { db } from '../../db/client.ts';
import { brandings } from '../../db/schema/branding.ts';
import { companies, inviteLinks } from '../../db/schema/companies.ts';
import { organisations } from '../../db/schema/organisations.ts';
import { type Context, makeContext } from '../context.ts';

/** Whose page it is, as that organisation wants to be seen. */
export interface LinkHost {
  name: string;
  /** `#rrggbb`; null for Ledgerline's own colour. */
  accent: string | null;
  /** An e-mail address for questions. */
  contact: string | null;
  /** The picture's id and its size in pixels. */
  logo: { id: string; width: number; height: number } | null;
}

/** What the connect page may do with a link; a closed one still says of which organisation it was. */
export type InviteLinkAccess =
  | { state: 'unknown' }
  | { state: 'expired' | 'revoked'; host: LinkHost }
  | { state: 'open'; ctx: Context; companyId: number; companyName: string; host: LinkHost };

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
      organisation: { name: organisations.name },
      branding: {
        accent: brandings.accent,
        contact: brandings.contact,
        logoId: brandings.logoId,
        logoWidth: brandings.logoWidth,
        logoHeight: brandings.logoHeight,
      },
      companyId: companies.id,
      companyName: companies.name,
      archivedAt: companies.archivedAt,
    })
    .from(inviteLinks)
    .innerJoin(companies, eq(companies.id, inviteLinks.companyId))
    .innerJoin(organisations, eq(organisations.id, inviteLinks.organisationId))
    .leftJoin(brandings, eq(brandings.organisationId, inviteLinks.organisationId))
    .where(eq(inviteLinks.id, inviteLinkId));
  if (!link) return { state: 'unknown' };
  const host = { name: link.organisation.name, ...asBranding(link.branding) };
  if (link.status === 'REVOKED' || link.archivedAt) return { state: 'revoked', host };
  if (link.status === 'PENDING' && link.expiresAt && link.expiresAt <= request.now) return { state: 'expired', host };
  const ctx = makeContext({
    organisationId: link.organisationId,
    actor: { type: 'invite-link', id: link.id, label: `${link.companyName} (invite link)` },
    reach: { kind: 'companies', companyIds: [link.companyId] },
    requestId: request.requestId,
    now: request.now,
    door: 'connect',
  });
  return { state: 'open', ctx, companyId: link.companyId, companyName: link.companyName, host };
}

type BrandingRow = Pick<typeof brandings.$inferSelect, 'accent' | 'contact' | 'logoId' | 'logoWidth' | 'logoHeight'>;

function asBranding(row: BrandingRow | null): Omit<LinkHost, 'name'> {
  if (!row) return { accent: null, contact: null, logo: null };
  const { accent, contact, logoId: id, logoWidth: width, logoHeight: height } = row;
  return { accent, contact, logo: id && width && height ? { id, width, height } : null };
}
