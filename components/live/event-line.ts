import type { StreamMessages } from '@/lib/events/stream.ts';

/** One event of the stream, as the tabs of a browser pass it on. */
export type LineEvent =
  | { [K in keyof StreamMessages]: { event: K; data: StreamMessages[K] } }[keyof StreamMessages]
  | { event: 'lost'; data: null };

const names = ['state', 'moves', 'beat', 'bye'] as const satisfies (keyof StreamMessages)[];
const retryMs = { first: 1_000, most: 60_000 };
/** Three beats. A stream that has been silent for longer is dead, though nobody said so. */
const silenceMs = 45_000;

export interface EventLineOptions {
  /** Where the stream is; the moment since when it is to be told of is added. */
  url: string;
  /** When the page was rendered, by the server's clock in ms. */
  since: number;
  onEvent: (event: LineEvent) => void;
  /** For tests. Default: the browser's. */
  open?: (url: string) => EventSource;
  retryMs?: { first: number; most: number };
}

/**
 * Keeps a stream of the server's events open until it is closed. After each end it says so once and tries again, later
 * from time to time and never in step with other browsers.
 *
 * @returns closes it
 */
export function openEventLine(options: EventLineOptions): () => void {
  const { onEvent, open = (url) => new EventSource(url) } = options;
  const { first, most } = options.retryMs ?? retryMs;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let since: number | null = options.since;

  const connect = () => {
    source = open(since === null ? options.url : `${options.url}?since=${since}`);
    for (const name of names) source.addEventListener(name, (message) => hear(name, message));
    source.addEventListener('error', lose);
    expectSign();
  };
  const hear = (event: (typeof names)[number], message: MessageEvent<string>) => {
    failures = 0;
    // Whatever moved up to a later break has to be asked for.
    since = null;
    onEvent({ event, data: JSON.parse(message.data) } as LineEvent);
    if (event === 'bye') lose();
    else expectSign();
  };
  const expectSign = () => {
    clearTimeout(timer);
    timer = setTimeout(lose, silenceMs);
  };
  // The browser would try again by itself, every three seconds for ever and not at all after a refusal.
  const lose = () => {
    source?.close();
    clearTimeout(timer);
    onEvent({ event: 'lost', data: null });
    const pauseMs = Math.min(first * 2 ** failures, most);
    failures += 1;
    timer = setTimeout(connect, pauseMs * (0.5 + Math.random()));
  };
  connect();
  return () => {
    source?.close();
    clearTimeout(timer);
  };
}
