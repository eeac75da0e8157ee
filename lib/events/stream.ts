import { Gathering } from './gathering.ts';
import { subscribe } from './hub.ts';
import type { Move } from './topics.ts';

/** Pauses between two tellings of one stream, and between two signs of life. */
const apartMs = 1_000;
const beatMs = 15_000;

/** What a stream says, by the name of its event. */
export interface StreamMessages {
  /** First, and whenever it changes: whose moves are told, and whether the server hears of them at the moment. */
  state: { organisationId: number; isListening: boolean };
  moves: readonly Move[];
  /** It is still there. */
  beat: Record<never, never>;
  /** It ends here: whoever listened has signed out, or looks at another organisation. */
  bye: Record<never, never>;
}

export interface StreamOptions {
  organisationId: number;
  /** When what the listener shows was read, in ms. Default: long ago. */
  since?: number;
  /** Asked with every sign of life: whether the listener still may hear this organisation's moves. */
  mayGoOn: () => Promise<boolean>;
  /** Aborted when the listener is gone. */
  signal: AbortSignal;
  apartMs?: number;
  beatMs?: number;
}

/** Server-sent events of what moves in an organisation, each telling gathered for at most a second. */
export function moveStream(options: StreamOptions): ReadableStream<Uint8Array> {
  let end = () => {};
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      end = open(options, controller);
    },
    cancel: () => end(),
  });
}

function open(options: StreamOptions, controller: ReadableStreamDefaultController<Uint8Array>): () => void {
  const { organisationId, mayGoOn, signal } = options;
  const encoder = new TextEncoder();
  const say = <K extends keyof StreamMessages>(event: K, data: StreamMessages[K]) =>
    controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));

  let isOver = false;
  const telling = tellInTime(options.apartMs ?? apartMs, (moves) => say('moves', moves));
  const onState = (isListening: boolean) => say('state', { organisationId, isListening });
  const unsubscribe = subscribe(organisationId, { onState, onMoves: telling.add }, options.since ?? 0);
  const beats = setInterval(async () => {
    // A database that is away is no reason to end: it is asked again.
    const goesOn = await mayGoOn().catch(() => true);
    if (isOver) return;
    if (goesOn) return say('beat', {});
    say('bye', {});
    end();
    controller.close();
  }, options.beatMs ?? beatMs).unref();

  function end() {
    isOver = true;
    clearInterval(beats);
    telling.end();
    unsubscribe();
    signal.removeEventListener('abort', leave);
  }
  function leave() {
    if (isOver) return;
    end();
    controller.close();
  }
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave, { once: true });
  return end;
}

/** Tells the first move at once and gathers those that follow it until some time has passed. */
function tellInTime(pauseMs: number, tell: (moves: Move[]) => void) {
  const gathering = new Gathering();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    if (gathering.isEmpty) return;
    tell(gathering.take());
    timer = setTimeout(flush, pauseMs).unref();
  };
  return {
    add: (moves: readonly Move[]) => {
      for (const move of moves) gathering.add(move);
      if (!timer) flush();
    },
    end: () => clearTimeout(timer),
  };
}
