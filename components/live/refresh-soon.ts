/** How long a page is left alone after a key, a press or a change of a field. */
const quietMs = 1_000;
/** A page on which somebody never stops is refreshed all the same. */
const patienceMs = 10_000;

interface Waiting {
  /** The earliest moment. */
  at: number;
  /** The latest one, whatever somebody does. */
  latest: number;
  timer: ReturnType<typeof setTimeout>;
}

let waiting: Waiting | null = null;
let refreshedAt = 0;
let touchedAt = 0;

/**
 * Refreshes the page once for all parts of it that ask, `apartMs` after the time before at the earliest, and not while
 * somebody types or presses: a refresh and a change of the address that meet can make Next load the whole document anew,
 * and what was being typed is lost. Also, each refresh has Next ask again for every page that a link in sight leads to.
 */
export function refreshSoon(refresh: () => void, apartMs: number): void {
  const now = Date.now();
  const at = Math.max(now, refreshedAt + apartMs);
  if (waiting && waiting.at <= at) return;
  if (waiting) clearTimeout(waiting.timer);
  waiting = { at, latest: now + patienceMs, timer: setTimeout(() => refreshWhenQuiet(refresh), at - now) };
}

/** No part of the page is left that asked. */
export function refreshNoMore(): void {
  if (waiting) clearTimeout(waiting.timer);
  waiting = null;
}

/** Notes that somebody does something on the page; for listeners. */
export function touched(): void {
  touchedAt = Date.now();
}

function refreshWhenQuiet(refresh: () => void): void {
  if (!waiting) return;
  const now = Date.now();
  const due = Math.min(touchedAt + quietMs, waiting.latest);
  if (due > now) {
    waiting.timer = setTimeout(() => refreshWhenQuiet(refresh), due - now);
    return;
  }
  waiting = null;
  refreshedAt = now;
  refresh();
}
