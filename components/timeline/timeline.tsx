'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { CardFooter } from '@/components/ui/card.tsx';
import { timelineQuery } from '@/lib/domain/timeline/query-options.ts';
import type { TimelinePage } from '@/lib/domain/timeline/schema.ts';
import { faultOf } from '@/lib/get-json.ts';
import { TimelineItem } from './timeline-item.tsx';

interface TimelineProps {
  companyId: number;
  /** What of the address narrows it down, as a query. */
  filter: string;
  /** The newest page, as the server knew it when it rendered. */
  initial: TimelinePage;
  /** The changes of settings that the viewer can take back. */
  undoable: readonly number[];
}

/** What happened to a company, newest first; older entries when asked for. */
export function Timeline(props: TimelineProps) {
  const query = useTimeline(props);
  const entries = query.data.pages.flatMap((page) => page.entries);
  const fault = faultOf(query.error);
  return (
    <>
      <ol aria-label="Timeline" className="divide-y border-t">
        {entries.map((entry) => (
          <TimelineItem
            key={`${entry.kind} ${entry.id}`}
            companyId={props.companyId}
            entry={entry}
            canUndo={entry.kind === 'changes' && props.undoable.includes(Number(entry.id))}
          />
        ))}
      </ol>
      {(query.hasNextPage || fault) && (
        <CardFooter>
          <Button disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {query.isFetchingNextPage ? 'Loading…' : fault ? 'Try again' : 'Show older'}
          </Button>
          {fault && (
            <span role="alert" className="text-danger">
              {fault.message}
            </span>
          )}
        </CardFooter>
      )}
    </>
  );
}

function useTimeline({ companyId, filter, initial }: TimelineProps) {
  const queries = useQueryClient();
  const query = useInfiniteQuery({
    ...timelineQuery(companyId, filter),
    initialData: { pages: [initial], pageParams: [null] },
  });
  const { refetch } = query;
  // What the server renders anew, after a change on this page, is newer than what was fetched. With older pages below
  // all of them are asked for again, so that nothing in between is missed; one that is on its way is not given up.
  useEffect(() => {
    const { queryKey } = timelineQuery(companyId, filter);
    const known = queries.getQueryData(queryKey);
    if (known?.pages[0] === initial) return;
    if (known && known.pages.length > 1) void refetch({ cancelRefetch: false });
    else queries.setQueryData(queryKey, { pages: [initial], pageParams: [null] });
  }, [queries, companyId, filter, initial, refetch]);
  return query;
}
