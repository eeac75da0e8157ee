'use client';

import { useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { Move } from '@/lib/events/topics.ts';
import { toast } from '../ui/toast.ts';
import { KeepLive } from './keep-live.ts';
import { movedQueries } from './moved-queries.ts';
import { openSharedLine } from './shared-line.ts';

type Listener = (moves: readonly Move[]) => void;

interface Live {
  /** Whether what moves is told; false: the page asks by itself every few seconds. */
  isLive: boolean;
  /** Calls back with what moves until the returned function is called. */
  listen: (listener: Listener) => () => void;
}

const LiveContext = createContext<Live>({ isLive: true, listen: () => () => {} });

/** What moves in the organisation while the page is open. */
export const useLive = (): Live => useContext(LiveContext);

const tickMs = 1_000;

/**
 * Keeps a page as things are: has moved queries asked for again, tells `RefreshOn` what moved, and follows the browser when
 * another of its tabs looks at another organisation.
 *
 * @param renderedAt the server's clock when it rendered the page, in ms
 */
export function LiveProvider({
  organisationId,
  renderedAt,
  children,
}: {
  organisationId: number;
  renderedAt: number;
  children: ReactNode;
}) {
  const queries = useQueryClient();
  const [listeners] = useState(() => new Set<Listener>());
  const [isLive, setLive] = useState(true);
  const [listen] = useState(() => (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  });
  const first = useRef(renderedAt);
  const leave = useLeave();

  useEffect(() => {
    let isOver = false;
    const moved = movedQueries(queries);
    const keeper = new KeepLive(
      {
        organisationId,
        onLive: setLive,
        onMoves: (moves) => {
          moved.move(moves);
          for (const listener of listeners) listener(moves);
        },
        onOtherOrganisation: () => {
          if (!isOver) leave.current('other-organisation');
          isOver = true;
        },
        onBye: () => leave.current('bye'),
        isReachable,
        isHidden: () => document.visibilityState === 'hidden',
      },
      Date.now(),
    );
    const close = openSharedLine({
      name: 'ledgerline-events',
      url: '/api/events',
      organisationId,
      since: { server: first.current, browser: performance.timeOrigin },
      onEvent: (event) => keeper.hear(event, Date.now()),
    });
    const timer = setInterval(() => void keeper.tick(Date.now()), tickMs);
    const onShown = () => document.visibilityState === 'visible' && keeper.shown();
    document.addEventListener('visibilitychange', onShown);
    return () => {
      close();
      moved.stop();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [organisationId, queries, listeners, leave]);

  return <LiveContext value={{ isLive, listen }}>{children}</LiveContext>;
}

/** What a tab does when the browser's session has moved on without it. */
function useLeave() {
  const router = useRouter();
  const pathname = usePathname();
  const leave = useRef((_why: 'bye' | 'other-organisation') => {});
  useEffect(() => {
    leave.current = (why) => {
      // What stands below a section belongs to the organisation that was left: its list is there in any other, too.
      if (why === 'other-organisation') {
        router.replace(`/${pathname.split('/')[1]}`);
        toast.message('The organisation was switched in another tab');
      }
      router.refresh();
    };
  }, [router, pathname]);
  return leave;
}

const isReachable = (): Promise<boolean> =>
  fetch('/readyz', { cache: 'no-store' }).then(
    (response) => response.ok,
    () => false,
  );
