import { Gathering } from '@/lib/events/gathering.ts';
import { anyMoves, type Move } from '@/lib/events/topics.ts';
import type { LineEvent } from './event-line.ts';

export interface LiveCalls {
  organisationId: number;
  onMoves: (moves: readonly Move[]) => void;
  onLive: (isLive: boolean) => void;
  /** The browser looks at another organisation by now. */
  onOtherOrganisation: () => void;
  /** The session of this browser is over or has changed. */
  onBye: () => void;
  /** Whether the server can be asked now. */
  isReachable: () => Promise<boolean>;
  /** Whether nobody can see the page. */
  isHidden: () => boolean;
}

/** How often is asked without a stream, and how often with one, for what got lost on its way. */
const askMs = { withoutStream: 5_000, withStream: 60_000 };
/** A tab that passed events on and is asleep is silent; a stream has three beats in this time. */
const silenceMs = 50_000;

/**
 * Turns what a line says into what a page does about it: while a stream tells what moves, that; while none does, anything
 * may have moved, every few seconds. What moves while nobody can see the page waits until somebody does.
 */
export class KeepLive {
  readonly #calls: LiveCalls;
  readonly #waiting = new Gathering();
  /** Null before it is known. */
  #isLive: boolean | null = null;
  /** What is told now is of another organisation than the page's. */
  #isElsewhere = false;
  #heardAt: number;
  #askedAt: number;

  constructor(calls: LiveCalls, now: number) {
    this.#calls = calls;
    this.#heardAt = now;
    this.#askedAt = now;
  }

  hear(event: LineEvent, now: number): void {
    this.#heardAt = now;
    switch (event.event) {
      case 'state':
        this.#isElsewhere = event.data.organisationId !== this.#calls.organisationId;
        if (this.#isElsewhere) this.#calls.onOtherOrganisation();
        else this.#setLive(event.data.isListening);
        break;
      case 'lost':
        this.#setLive(false);
        break;
      case 'moves':
        if (!this.#isElsewhere) this.#tell(event.data);
        break;
      case 'bye':
        this.#calls.onBye();
        break;
      case 'beat':
    }
  }

  /** To be called about every second. */
  async tick(now: number): Promise<void> {
    if (now - this.#heardAt > silenceMs) this.#setLive(false);
    if (this.#calls.isHidden()) return;
    if (now - this.#askedAt < (this.#isLive ? askMs.withStream : askMs.withoutStream)) return;
    this.#askedAt = now;
    // A page that is asked for while the server is away would be replaced by the browser's own error.
    if (this.#isLive || (await this.#calls.isReachable())) this.#tell(anyMoves);
  }

  /** The page can be seen again. */
  shown(): void {
    if (!this.#waiting.isEmpty) this.#calls.onMoves(this.#waiting.take());
  }

  #setLive(isLive: boolean): void {
    if (this.#isLive === isLive) return;
    this.#isLive = isLive;
    this.#calls.onLive(isLive);
  }

  #tell(moves: readonly Move[]): void {
    if (this.#calls.isHidden()) for (const move of moves) this.#waiting.add(move);
    else this.#calls.onMoves(moves);
  }
}
