import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../db/embedded.ts';
import { say } from './say.ts';

/** The database of an installation. */
export interface Database {
  url: string;
  directUrl: string;
  stop(): Promise<void>;
}

const firstAttempts = 3;
const firstPauseMs = 250;
const longestPauseMs = 10_000;

/**
 * Starts the embedded Postgres and starts it again whenever it dies. It keeps its port, so that the pools of the other
 * processes find it by themselves. `onLost` is called when it comes back where they can't find it. Throws when it does
 * not come up in three attempts.
 */
export async function startDatabase(dataDir: string, onLost: () => void): Promise<Database> {
  let stopping = false;
  let revival: Promise<unknown> = Promise.resolve();
  let server = await comeUp(dataDir, (attempt) => attempt < firstAttempts);
  const { url, port } = server;

  const watch = (started: EmbeddedPostgres) => {
    started.onExit(() => {
      if (stopping) return;
      say('Postgres ended. Starting it again; what was committed is kept.');
      revival = revive().catch(() => {});
    });
  };
  const revive = async () => {
    server = await comeUp(dataDir, () => !stopping);
    watch(server);
    if (server.port !== port && !stopping) onLost();
  };
  watch(server);
  return {
    url,
    directUrl: url,
    async stop() {
      stopping = true;
      await revival;
      await server.stop();
    },
  };
}

/** Starts the server; tries again, with growing pauses, as long as `goOn` says so. Throws the last reason. */
async function comeUp(dataDir: string, goOn: (attempt: number) => boolean): Promise<EmbeddedPostgres> {
  let pauseMs = firstPauseMs;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await startEmbeddedPostgres({ dataDir }).catch((error: Error) => error);
    if (!(outcome instanceof Error)) return outcome;
    if (!goOn(attempt)) throw outcome;
    say(`${outcome.message}\nTrying again in ${pauseMs / 1000} s.`);
    await delay(pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
}
