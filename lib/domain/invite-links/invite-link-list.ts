import { z } from 'zod';
import { inviteLinkStatuses } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { type ListPlace, pageSizeOf } from '../../page-size.ts';
import { platformName } from '../connections/available.ts';
import { countInviteLinks, inviteLinksFrom } from './data.ts';
import { type MadeWithin, madeWithin, reachedFilters } from './link-filters.ts';
import type { InviteLinkView, ListInviteLinksInput } from './schema.ts';

/** A link as the console's table shows it. Moments are ISO 8601. */
export interface InviteLinkListItem {
  id: string;
  companyId: number;
  companyName: string;
  /** The platform's name, or what the customer chooses from. */
  platform: string;
  status: InviteLinkView['status'];
  /** How far the customer came; null when nobody opened it. */
  reached: InviteLinkView['reached'];
  openedCount: number;
  createdAt: string;
  expiresAt: string | null;
  url: string;
}

export interface InviteLinkListPage {
  rows: InviteLinkListItem[];
  next: string | null;
}

const categoryWords = { ACCOUNTING: 'Any accounting', PAYMENTS: 'Any payments', ECOMMERCE: 'Any shop' } as const;

const madeChoices = Object.keys(madeWithin) as MadeWithin[];

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** One page of the console's invite links; `query` is the table's state as the address holds it. */
export const inviteLinkListPage = (ctx: Context, query: URLSearchParams): Promise<InviteLinkListPage> =>
  inviteLinkListItems(ctx, query, { after: query.get('after'), limit: pageSizeOf(query) });

/** How many links the address of the table asks for. */
export const inviteLinkListCount = (ctx: Context, query: URLSearchParams): Promise<number> =>
  countInviteLinks(ctx, inviteLinkListInput(query, { after: null, limit: 1 }));

/** The rows behind a place of the list. */
export async function inviteLinkListItems(
  ctx: Context,
  query: URLSearchParams,
  place: ListPlace,
): Promise<InviteLinkListPage> {
  const { inviteLinks, next } = await inviteLinksFrom(ctx, inviteLinkListInput(query, place));
  return { rows: inviteLinks.map(asItem), next: cursorText(next) };
}

/** Which links the address of the table asks for; what can't be read of it is left out. */
function inviteLinkListInput(query: URLSearchParams, { after, limit }: ListPlace): ListInviteLinksInput {
  const cursor = cursorShape.safeParse(after?.split(' '));
  return {
    limit,
    search: query.get('q')?.slice(0, 200) || undefined,
    status: inviteLinkStatuses.find((one) => one === query.get('status')),
    reached: reachedFilters.filter((one) => query.get('reached')?.split(',').includes(one)),
    oldestFirst: query.get('sort') === 'createdAt',
    made: madeChoices.find((one) => one === query.get('made')),
    cursor: cursor.success ? { createdAt: cursor.data[0], id: cursor.data[1] } : undefined,
  };
}

const cursorText = (next: { createdAt: string; id: string } | null) => next && `${next.createdAt} ${next.id}`;

const asItem = (link: InviteLinkView): InviteLinkListItem => ({
  id: link.id,
  companyId: link.companyId,
  companyName: link.companyName,
  platform: link.integration ? platformName(link.integration) : categoryWords[link.integrationCategory],
  status: link.status,
  reached: link.reached,
  openedCount: link.openedCount,
  createdAt: link.createdAt.toISOString(),
  expiresAt: link.expiresAt?.toISOString() ?? null,
  url: link.url,
});
