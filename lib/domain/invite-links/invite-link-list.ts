import { z } from 'zod';
import { inviteLinkStatuses } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { platformName } from '../connections/available.ts';
import { listInviteLinks } from './data.ts';
import type { InviteLinkView } from './schema.ts';

/** A link as the console's table shows it. Moments are ISO 8601. */
export interface InviteLinkListItem {
  id: string;
  companyId: number;
  companyName: string;
  /** The platform's name, or what the customer chooses from. */
  platform: string;
  status: InviteLinkView['status'];
  openedCount: number;
  createdAt: string;
  expiresAt: string | null;
  url: string;
}

export interface InviteLinkListPage {
  rows: InviteLinkListItem[];
  total: number;
  next: string | null;
}

export const inviteLinkPageSize = 50;

const categoryWords = { ACCOUNTING: 'Any accounting', PAYMENTS: 'Any payments', ECOMMERCE: 'Any shop' } as const;

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** One page of the console's invite links; what can't be read of the address is left out. */
export async function inviteLinkListPage(
  ctx: Context,
  raw: { q?: string; status?: string; after?: string | null },
): Promise<InviteLinkListPage> {
  const cursor = cursorShape.safeParse(raw.after?.split(' '));
  const page = await listInviteLinks(ctx, {
    limit: inviteLinkPageSize,
    search: raw.q?.slice(0, 200) || undefined,
    status: inviteLinkStatuses.find((one) => one === raw.status),
    cursor: cursor.success ? { createdAt: cursor.data[0], id: cursor.data[1] } : undefined,
  });
  return {
    rows: page.inviteLinks.map((link) => ({
      id: link.id,
      companyId: link.companyId,
      companyName: link.companyName,
      platform: link.integration ? platformName(link.integration) : categoryWords[link.integrationCategory],
      status: link.status,
      openedCount: link.openedCount,
      createdAt: link.createdAt.toISOString(),
      expiresAt: link.expiresAt?.toISOString() ?? null,
      url: link.url,
    })),
    total: page.count,
    next: page.next ? `${page.next.createdAt} ${page.next.id}` : null,
  };
}
