import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { db } from '../../db/client.ts';
import { inviteLinks } from '../../db/schema/companies.ts';
import type { Integration, IntegrationCategory } from '../../db/schema/enums.ts';
import { openInviteLink } from '../../lib/auth/invite-link-gate.ts';
import type { Context } from '../../lib/context.ts';
import { connectCompany } from '../../lib/domain/connections/mutations.ts';
import { createInviteLink, revokeInviteLink } from '../../lib/domain/invite-links/mutations.ts';
import { syncProgress } from '../../lib/domain/syncs/data.ts';
import { type Book, makeBook } from './books.ts';
import type { Organisation } from './organisations.ts';

/** A company with its invite link. */
export interface Invited {
  companyId: number;
  name: string;
  /** Of the invite link. */
  url: string;
  inviteLinkId: string;
}

/** A company that is connected to books on the sandbox. */
export interface Connected extends Invited {
  book: Book;
}

interface LinkOptions {
  integration?: Integration;
  integrationCategory?: IntegrationCategory;
  redirectUrl?: string;
}

/** The Context of now: a test that runs for a while must not arrange in its own past. */
export const nowIn = ({ ctx }: Organisation): Context => ({ ...ctx, requestId: randomUUID(), now: new Date() });

/** Makes a company with a link that nobody opened yet; for the sandbox unless said otherwise. */
export async function invite(organisation: Organisation, name: string, options: LinkOptions = {}): Promise<Invited> {
  const platform = options.integrationCategory ? {} : { integration: 'SANDBOX' as const };
  const link = await createInviteLink(nowIn(organisation), { companyName: name, ...platform, ...options });
  return { companyId: link.companyId, name, url: link.url, inviteLinkId: link.id };
}

/** Lets the time of a link run out. */
export async function expire({ inviteLinkId }: Invited): Promise<void> {
  await db()
    .update(inviteLinks)
    .set({ expiresAt: new Date(Date.now() - 60_000) })
    .where(eq(inviteLinks.id, inviteLinkId));
}

export const revokeLink = (organisation: Organisation, { inviteLinkId }: Invited) =>
  revokeInviteLink(nowIn(organisation), { inviteLinkId });

/** Makes a company whose customer has connected it and whose first sync has ended. */
export async function connect(
  organisation: Organisation,
  name: string,
  options: { book?: Book } = {},
): Promise<Connected> {
  const book = options.book ?? (await makeBook());
  const invited = await invite(organisation, name);
  const access = await openInviteLink(invited.inviteLinkId, { requestId: randomUUID(), now: new Date() });
  if (access.state !== 'open') throw new Error(`The link of ${name} is ${access.state}`);
  const outcome = await connectCompany(access.ctx, { integration: 'SANDBOX', credentials: book.credentials });
  if (!outcome.connected) throw new Error(`${name} could not connect: ${outcome.message}`);
  await syncEnded(organisation, invited);
  return { ...invited, book };
}

/** Waits until no sync of the company goes on. */
export async function syncEnded(organisation: Organisation, { companyId, name }: Invited): Promise<void> {
  await expect
    .poll(async () => (await syncProgress(nowIn(organisation), { companyId }))?.isActive, {
      message: `the end of the sync of ${name}`,
      timeout: 30_000,
    })
    .toBe(false);
}
