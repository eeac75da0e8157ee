import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { env } from '../env.ts';
import { log } from '../log.ts';
import { channel, decodeNotice, type Notice } from './notice.ts';

/** How often the connection is used although nothing is asked, so that one that is dead is noticed. */
const pulseMs = 20_000;
const retryMs = { first: 250, most: 10_000 };

export interface ListenerCalls {
  onNotice: (notice: Notice) => void;
  /** It hears from now on (and may have missed something before), or does not until it says so. */
  onState: (isListening: boolean) => void;
}

/**
 * Listens on a connection of its own, past any pooler, until the signal is aborted. It comes back by itself when the
 * database was away.
 */
export async function keepListening(signal: AbortSignal, calls: ListenerCalls): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    const heard = () => {
      failures = 0;
      calls.onState(true);
    };
    await listenOnce(signal, { onNotice: calls.onNotice, onListening: heard }).catch((error: unknown) =>
      log().warn({ err: error }, 'the listener lost the database; it goes on when it is back'),
    );
    calls.onState(false);
    const waitMs = Math.min(retryMs.first * 2 ** failures, retryMs.most);
    failures += 1;
    await sleep(waitMs, undefined, { signal, ref: false }).catch(() => {});
  }
}

/** Resolves when the signal is aborted, throws when the connection is lost. */
async function listenOnce(
  signal: AbortSignal,
  calls: { onNotice: (notice: Notice) => void; onListening: () => void },
): Promise<void> {
  const lost = Promise.withResolvers<never>();
  const client = connect({
    onclose: () => lost.reject(new Error('The connection was closed')),
    onnotify: (_channel, payload) => {
      const notice = decodeNotice(payload);
      if (notice) calls.onNotice(notice);
    },
  });
  try {
    await Promise.race([client.unsafe(`listen ${channel}`), lost.promise]);
    calls.onListening();
    while (!signal.aborted) {
      const isOver = sleep(pulseMs, false, { signal, ref: false }).catch(() => true);
      if (await Promise.race([isOver, lost.promise])) return;
      await Promise.race([client`select 1`, lost.promise]);
    }
  } finally {
    lost.promise.catch(() => {});
    await client.end({ timeout: 1 });
  }
}

/** The driver's own `listen` gives up silently when it can't come back; this hears of every end. */
function connect(calls: { onclose: () => void; onnotify: (channel: string, payload: string) => void }): postgres.Sql {
  const url = env().databaseDirectUrl;
  if (!url) throw new Error('DATABASE_URL is not set');
  const options = {
    max: 1,
    idle_timeout: undefined,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'ledgerline listener' },
    ...calls,
  };
  return postgres(url, options);
}
