import type { Context } from '../../context.ts';
import { recordOpened } from './mutations.ts';
import type { InviteLinkView } from './schema.ts';
import { recordPlatformChosen } from './steps.ts';

/** Counts an opening of the link by a person; a page that refreshes itself or is fetched ahead is not one. */
export async function recordOpening(
  ctx: Context,
  input: { inviteLinkId: string; isNavigation: boolean },
): Promise<void> {
  if (input.isNavigation) await recordOpened(ctx, { inviteLinkId: input.inviteLinkId });
}

/** A customer sees a platform's sign-in form: they have chosen it, or the link has. Nothing is written a second time. */
export async function recordPlatformSeen(ctx: Context, link: InviteLinkView): Promise<void> {
  if (link.reached === null || link.reached === 'OPENED') await recordPlatformChosen(ctx, { inviteLinkId: link.id });
}
