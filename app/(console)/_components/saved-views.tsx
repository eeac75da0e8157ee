import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { SavedViewsMenu } from '@/components/saved-views/saved-views-menu.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import type { SavedViewList } from '@/db/schema/enums.ts';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { listSavedViews } from '@/lib/domain/saved-views/data.ts';

/** The menu of a list's saved views; the list does not wait for it. */
export function SavedViews({ list }: { list: SavedViewList }) {
  return (
    <Suspense fallback={<Skeleton className="h-7 w-20" />}>
      <Loaded list={list} />
    </Suspense>
  );
}

async function Loaded({ list }: { list: SavedViewList }) {
  const { ctx } = await requireSession();
  const views = await listSavedViews(ctx, { list });
  return <SavedViewsMenu list={list} views={views} mayShare={may(ctx.actor, 'saved-views.share')} />;
}

/**
 * Leads the short link of a view, `?view=…` and nothing else, to the address of what it keeps. A view that the viewer
 * does not see shows the whole list, and the menu says why.
 */
export async function followViewLink(
  path: string,
  list: SavedViewList,
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<void> {
  const params = await searchParams;
  const [name, ...others] = Object.keys(params);
  if (name !== 'view' || others.length > 0) return;
  const { ctx } = await requireSession();
  const view = (await listSavedViews(ctx, { list })).find(({ id }) => id === params.view);
  if (view?.query) redirect(`${path}?${view.query}&view=${view.id}`);
}
