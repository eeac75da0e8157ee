import type { BrowserContext, Page } from '@playwright/test';

/** What one visit of a page cost. */
export interface PageWeight {
  /** kB of script, as compressed, without the answers' heads. */
  firstLoad: number;
  later: number;
  /** How much of the window moved by itself, all shifts together; 0 is nothing. */
  shift: number;
  /** What moved, the largest shift first: `0.033 section "Invite links made in"`. */
  moved: string[];
}

/** How long a page is watched after it is interactive. */
const watchedMs = 3_000;

/**
 * Visits a page as in a browser that was never here, but for being signed in.
 *
 * First load is every script that is asked for until the page is interactive: until its load event is over, React has
 * taken over each link, button and field that the server sent, and the browser then had nothing to do for the first
 * time. That is what the document names, what its streamed parts bring and what hydration imports, lazily or not. Later
 * is what the page fetches by itself after that: pages that its links lead to, and work put off to idle time. What is
 * fetched when somebody points or presses is in neither.
 */
export async function weigh(context: BrowserContext, address: string, width: number): Promise<PageWeight> {
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width, height: 940 });
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('interactive').length > 0, undefined, {
      timeout: 60_000,
    });
    await page.waitForTimeout(watchedMs);
    return await result(page);
  } finally {
    await page.close();
  }
}

interface Shift {
  value: number;
  what: string;
}

async function result(page: Page): Promise<PageWeight> {
  const { scripts, shifts } = await page.evaluate(() => {
    const interactive = performance.getEntriesByName('interactive')[0]?.startTime ?? 0;
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return {
      scripts: files
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .map(({ name, startTime, encodedBodySize }) => ({
          name,
          bytes: encodedBodySize,
          isFirst: startTime <= interactive,
        })),
      shifts: (window as unknown as { layoutShifts: Shift[] }).layoutShifts,
    };
  });
  // A file that is asked for twice comes once: the earlier entry counts.
  const files = [...new Map(scripts.toReversed().map((script) => [script.name, script])).values()];
  const kilobytes = (some: typeof files) => some.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  return {
    firstLoad: kilobytes(files.filter(({ isFirst }) => isFirst)),
    later: kilobytes(files.filter(({ isFirst }) => !isFirst)),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: shifts.toSorted((a, b) => b.value - a.value).map(({ value, what }) => `${value.toFixed(4)} ${what}`),
  };
}

/** Runs in the page before its own scripts: notes what moves, and marks when the page is interactive. */
function watch(): void {
  performance.setResourceTimingBufferSize(2_000);
  const shifts: Shift[] = [];
  Object.assign(window, { layoutShifts: shifts });
  const name = (node: Node | null | undefined) => {
    if (!(node instanceof HTMLElement)) return node?.nodeName ?? 'what is gone';
    const text = node.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 30);
    return `${node.dataset.slot ?? node.localName} "${text}"`;
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node?: Node | null }[];
      };
      if (!hadRecentInput) shifts.push({ value, what: sources.map(({ node }) => name(node)).join(', ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });

  // React keeps what it knows of an element in a property of it, whose name ends differently in each page.
  const isTaken = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactProps'));
  const look = () => {
    const parts = [...document.querySelectorAll('a, button, input, select, textarea')];
    const isWhole = document.readyState === 'complete' && parts.length > 0 && parts.every(isTaken);
    if (isWhole) requestIdleCallback(() => performance.mark('interactive'));
    else setTimeout(look, 10);
  };
  look();
}
