import { anyMoves } from '@/lib/events/topics.ts';
import { type EventLineOptions, type LineEvent, openEventLine } from './event-line.ts';

/** What tabs say to each other. */
type TabMessage = { kind: 'event'; event: LineEvent } | { kind: 'joined'; since: number; organisationId: number };

export interface SharedLineOptions extends Omit<EventLineOptions, 'since'> {
  /** The name under which the tabs of one browser find each other. */
  name: string;
  /** What this tab shows. */
  organisationId: number;
  /** When the page was rendered, by the server's clock and by the browser's, in ms. */
  since: { server: number; browser: number };
}

/**
 * One stream for all tabs of a browser: the tab that holds the lock opens it and passes on what it hears; when it closes,
 * the next one takes over. Where pages may not lock (a plain address in a local network) each tab has its own.
 *
 * @returns leaves
 */
export function openSharedLine(options: SharedLineOptions): () => void {
  const { name, organisationId, onEvent, since } = options;
  const leaving = new AbortController();
  const channel = new BroadcastChannel(name);
  const say = (message: TabMessage) => channel.postMessage(message);
  let leader: Leader | null = null;

  channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    if (data.kind === 'joined') leader?.welcome(data);
    else if (!leader) onEvent(data.event);
  });
  const lead = () => {
    leader = startLeading(options, say);
  };
  if ('locks' in navigator) {
    say({ kind: 'joined', since: since.browser, organisationId });
    const left = new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()));
    navigator.locks
      .request(name, { signal: leaving.signal }, () => {
        lead();
        return left;
      })
      // Aborted while it waited for its turn.
      .catch(() => {});
  } else lead();

  return () => {
    leaving.abort();
    leader?.close();
    channel.close();
  };
}

interface Leader {
  /** Tells a tab that has just come how it stands, and that it may have missed something. */
  welcome: (tab: { since: number; organisationId: number }) => void;
  close: () => void;
}

function startLeading(options: SharedLineOptions, say: (message: TabMessage) => void): Leader {
  let state: LineEvent | null = null;
  let heardAt = Date.now();
  const tell = (event: LineEvent) => say({ kind: 'event', event });
  const hear = (event: LineEvent) => {
    if (event.event === 'state' || event.event === 'lost') state = event;
    if (event.event !== 'beat') heardAt = Date.now();
    options.onEvent(event);
    tell(event);
  };
  const open = (since: number) => openEventLine({ ...options, since, onEvent: hear });
  let close = open(options.since.server);
  return {
    welcome: (tab) => {
      if (!state) return;
      if (state.event === 'state' && state.data.organisationId !== tab.organisationId) {
        // The browser looks at another organisation since: the server knows which one.
        close();
        close = open(0);
        return;
      }
      tell(state);
      if (heardAt >= tab.since) tell({ event: 'moves', data: anyMoves });
    },
    close: () => close(),
  };
}
