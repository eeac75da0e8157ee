import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../db/embedded.ts';
import { say } from './say.ts';

/** The database of an installation. */
export interface Database {
  url: string;
  directUrl: string;
  stop(): Promise<void>;
}

const longestPauseMs = 10_000;

/**
 * Starts the embedded Postgres and starts it again whenever it dies. It keeps its port, so that the pools of the other
 * processes find it by themselves. `onLost` is called when it comes back where they can't find it.
 */
export async function startDatabase(dataDir: string, onLost: () => void): Promise<Database> {
  let server = await startEmbeddedPostgres({ dataDir });
  const { url, port } = server;
  let stopping = false;
  let revival = Promise.resolve();

  const watch = (started: EmbeddedPostgres) => {
    started.onExit(() => {
      if (stopping) return;
      say('Postgres ended. Starting it again; what was committed is kept.');
      revival = revive();
    });
  };
  const revive = async () => {
    for (let pauseMs = 250; !stopping; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const attempt = await startEmbeddedPostgres({ dataDir }).catch((error: Error) => error);
      if (!(attempt instanceof Error)) {
        server = attempt;
        watch(attempt);
        if (attempt.port !== port && !stopping) onLost();
        return;
      }
      say(`${attempt.message}\nTrying again in ${pauseMs / 1000} s.`);
      await delay(pauseMs);
    }
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
