import type { Query, QueryClient } from '@tanstack/react-query';
import { isMoved } from '@/lib/events/moved-by.ts';
import type { Move } from '@/lib/events/topics.ts';

/** How far apart a query is asked for again, of one company and of a whole organisation, in which more moves. */
const apartMs = { company: 1_000, organisation: 3_000 };
const lookMs = 250;

/**
 * Has the queries that a page shows asked for again when something moves that they are marked with (`movedBy`). One that
 * is being asked for is not broken off: it is asked for once more afterwards, since its answer may be from before.
 *
 * @returns `move` to be told what moved, and `stop`
 */
export function movedQueries(client: QueryClient): { move: (moves: readonly Move[]) => void; stop: () => void } {
  const moved = new Set<Query>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    for (const query of moved) {
      if (query.isActive() && (query.state.fetchStatus === 'fetching' || isFresh(query))) continue;
      moved.delete(query);
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    }
    if (moved.size > 0) timer = setTimeout(look, lookMs);
  };
  return {
    move: (moves) => {
      for (const query of client.getQueryCache().findAll({ predicate: ({ meta }) => isMoved(meta, moves) })) {
        moved.add(query);
      }
      if (!timer) look();
    },
    stop: () => {
      clearTimeout(timer);
      moved.clear();
    },
  };
}

function isFresh({ state, meta }: Query): boolean {
  const usualMs = meta?.movedBy?.companyId === undefined ? apartMs.organisation : apartMs.company;
  const pauseMs = meta?.apartMs ?? usualMs;
  return Date.now() - state.dataUpdatedAt < pauseMs;
}
