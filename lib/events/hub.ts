import { keepListening } from './listener.ts';
import type { Notice } from './notice.ts';
import { anyMoves, type Move } from './topics.ts';

/** Somebody who wants to hear what moves in an organisation. */
export interface Subscriber {
  onMoves: (moves: readonly Move[]) => void;
  /** Whether this process hears the database: while it does not, nothing is told. */
  onState: (isListening: boolean) => void;
}

interface Hub {
  subscribers: Map<number, Set<Subscriber>>;
  isListening: boolean;
  /** Since when it hears without a break, and when it last heard of an organisation; in ms. */
  listeningSince: number;
  heardAt: Map<number, number>;
  stop: () => Promise<void>;
}

// Shared by the copies of this file that Next's bundles hold: one listener a process.
const holder = globalThis as typeof globalThis & { __ledgerlineHub?: Hub };

/**
 * Tells `subscriber` what moves in the organisation until the returned function is called. The first starts the listener.
 *
 * @param since when what the subscriber shows was read, in ms: if anything may have moved from then on, it is told so
 */
export function subscribe(organisationId: number, subscriber: Subscriber, since: number): () => void {
  holder.__ledgerlineHub ??= startHub();
  const hub = holder.__ledgerlineHub;
  const ofOrganisation = hub.subscribers.get(organisationId) ?? new Set();
  hub.subscribers.set(organisationId, ofOrganisation.add(subscriber));
  subscriber.onState(hub.isListening);
  const heardAt = hub.heardAt.get(organisationId) ?? hub.listeningSince;
  if (hub.isListening && heardAt >= since) subscriber.onMoves(anyMoves);
  return () => {
    ofOrganisation.delete(subscriber);
    if (ofOrganisation.size === 0 && hub.subscribers.get(organisationId) === ofOrganisation) {
      hub.subscribers.delete(organisationId);
    }
  };
}

/** Ends the listener; for a clean stop and the end of a test suite. */
export async function stopListening(): Promise<void> {
  const hub = holder.__ledgerlineHub;
  holder.__ledgerlineHub = undefined;
  await hub?.stop();
}

function startHub(): Hub {
  const stopping = new AbortController();
  const hub: Hub = { subscribers: new Map(), isListening: false, listeningSince: 0, heardAt: new Map(), stop };
  const listening = keepListening(stopping.signal, {
    onNotice: ({ organisationId, moves }: Notice) => {
      hub.heardAt.set(organisationId, Date.now());
      for (const one of hub.subscribers.get(organisationId) ?? []) one.onMoves(moves);
    },
    onState: (isListening) => {
      if (hub.isListening === isListening) return;
      hub.isListening = isListening;
      if (isListening) {
        hub.listeningSince = Date.now();
        hub.heardAt.clear();
      }
      for (const one of [...hub.subscribers.values()].flatMap((all) => [...all])) {
        one.onState(isListening);
        // What moved before it listened, it did not hear.
        if (isListening) one.onMoves(anyMoves);
      }
    },
  });
  async function stop() {
    stopping.abort();
    await listening;
  }
  return hub;
}
