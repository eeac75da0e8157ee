'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { defaultLocale } from '../../lib/format/locale.ts';
import { defaultTimeZone } from '../../lib/format/time-zone.ts';
import { remember } from './remember.ts';
import { timeZoneCookie, type ViewerSeed } from './viewer-seed.ts';

const ViewerContext = createContext<ViewerSeed>({ now: 0, locale: defaultLocale, timeZone: defaultTimeZone });

/**
 * Gives the page one clock, one locale and one zone. While React hydrates, everybody reads the server's values, so the
 * first render is the same on both sides; right after it, the browser's own clock and zone take over.
 */
export function ViewerProvider({ now, locale, timeZone, children }: ViewerSeed & { children: ReactNode }) {
  const seed = useMemo(() => ({ now, locale, timeZone }), [now, locale, timeZone]);
  // A new rendering brings times that are newer than the last tick: they must not lie ahead.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the server has rendered again
  useEffect(tick, [now]);
  useEffect(() => {
    remember(timeZoneCookie, browserTimeZone());
  }, []);
  return <ViewerContext value={seed}>{children}</ViewerContext>;
}

/** The current time in milliseconds, moving on every 15 seconds. */
export function useNow(): number {
  const seed = useContext(ViewerContext);
  return useSyncExternalStore(subscribeToClock, readClock, () => seed.now);
}

/** The viewer's IANA time zone. */
export function useTimeZone(): string {
  const seed = useContext(ViewerContext);
  return useSyncExternalStore(subscribeToNothing, browserTimeZone, () => seed.timeZone);
}

/** The viewer's locale, for numbers. */
export const useLocale = (): string => useContext(ViewerContext).locale;

const tickMs = 15_000;
const listeners = new Set<() => void>();
let clock = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

// One timer for all times of a page. It rests while the page is hidden and catches up when it is seen again.
function subscribeToClock(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    tick();
    timer = setInterval(() => document.hidden || tick(), tickMs);
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

function tick() {
  clock = Date.now();
  for (const listener of listeners) listener();
}

const readClock = () => clock;
const subscribeToNothing = () => () => {};
let zone: string | undefined;
function browserTimeZone(): string {
  zone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone || defaultTimeZone;
  return zone;
}
