import { afterEach, expect, test, vi } from 'vitest';
import { anyMoves } from '@/lib/events/topics.ts';
import type { LineEvent } from './event-line.ts';
import { openSharedLine } from './shared-line.ts';
import { type EventServer, eventServer } from './testing/event-server.ts';

interface Tab {
  heard: LineEvent[];
  close: () => void;
}

let server: EventServer;
let tabs: Tab[] = [];
let browser = 0;

afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.close();
  await server.stop();
});

async function newBrowser(): Promise<void> {
  server = await eventServer({ organisationId: 1 });
  tabs = [];
  browser += 1;
}

function openTab(options: { organisationId?: number; renderedAt?: number } = {}): Tab {
  const heard: LineEvent[] = [];
  const { organisationId = 1, renderedAt = Date.now() } = options;
  const close = openSharedLine({
    name: `tabs-of-browser-${browser}`,
    url: '/api/events',
    organisationId,
    since: { server: renderedAt, browser: renderedAt },
    onEvent: (event) => heard.push(event),
    open: server.connect,
    retryMs: { first: 10, most: 40 },
  });
  const tab = { heard, close };
  tabs.push(tab);
  return tab;
}

const namesOf = (tab: Tab) => tab.heard.map(({ event }) => event);
const hears = (tab: Tab, event: LineEvent['event'], times = 1) =>
  vi.waitFor(() => expect(namesOf(tab).filter((name) => name === event).length).toBeGreaterThanOrEqual(times), 10_000);

test('many tabs hear the same over one stream', async () => {
  await newBrowser();
  const all = [openTab({ renderedAt: 500 }), openTab(), openTab()];
  for (const tab of all) await hears(tab, 'state');
  server.say('moves', [{ topic: 'runs', companyIds: [4] }]);
  for (const tab of all) {
    await vi.waitFor(() =>
      expect(tab.heard).toContainEqual({ event: 'moves', data: [{ topic: 'runs', companyIds: [4] }] }),
    );
  }
  expect(server.open()).toBe(1);
  expect(server.asked).toEqual([500]);
});

test('when the tab with the stream is closed, the next one opens it', async () => {
  await newBrowser();
  const [first, second] = [openTab(), openTab()];
  await hears(second, 'state');
  first.close();
  await hears(second, 'state', 2);
  await vi.waitFor(() => expect(server.open()).toBe(1), 10_000);
  server.say('beat', {});
  await hears(second, 'beat');
  expect(namesOf(first)).not.toContain('beat');
});

test('a tab that comes later is told how it stands, and that it may have missed what moved since it was rendered', async () => {
  await newBrowser();
  const first = openTab();
  await hears(first, 'state');
  const fresh = openTab({ renderedAt: Date.now() + 60_000 });
  await hears(fresh, 'state');
  const late = openTab({ renderedAt: 0 });
  await vi.waitFor(() => expect(late.heard).toContainEqual({ event: 'moves', data: anyMoves }), 10_000);
  expect(server.asked).toHaveLength(1);
});

test('a stream that ends is said to be lost and opened again, from long ago', async () => {
  await newBrowser();
  const tab = openTab({ renderedAt: 700 });
  await hears(tab, 'state');
  server.cut();
  await hears(tab, 'state', 2);
  expect(namesOf(tab)).toEqual(['state', 'lost', 'state']);
  expect(server.asked).toEqual([700, null]);
});

test('a server that refuses is asked again until it does not', async () => {
  await newBrowser();
  server.refuse(503);
  const tab = openTab({ renderedAt: 700 });
  await hears(tab, 'lost', 3);
  server.refuse(null);
  await hears(tab, 'state');
  // What it shows is still from then.
  expect(new Set(server.asked)).toEqual(new Set([700]));
});

test('a stream that says good-bye is opened anew', async () => {
  await newBrowser();
  const tab = openTab();
  await hears(tab, 'state');
  server.say('bye', {});
  await hears(tab, 'state', 2);
  expect(namesOf(tab)).toEqual(['state', 'bye', 'lost', 'state']);
});

test('a tab of another organisation has the stream opened for the one that the browser looks at now', async () => {
  await newBrowser();
  const first = openTab();
  await hears(first, 'state');
  openTab({ organisationId: 2 });
  await hears(first, 'state', 2);
  await vi.waitFor(() => expect(server.open()).toBe(1), 10_000);
  expect(server.asked).toHaveLength(2);
});
