import type { Context } from '../../context.ts';
import { recordOpened } from './mutations.ts';

/** Counts an opening of the link by a person; a page that refreshes itself or is fetched ahead is not one. */
export async function recordOpening(
  ctx: Context,
  input: { inviteLinkId: string; isNavigation: boolean },
): Promise<void> {
  if (input.isNavigation) await recordOpened(ctx, { inviteLinkId: input.inviteLinkId });
}
