import { Logger, type Runner, run } from 'graphile-worker';
import { requeueLostDeliveries } from '../domain/webhooks/claim-deliveries.ts';
import { env } from '../env.ts';
import { startAnnouncing } from '../events/announce.ts';
import { log } from '../log.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { bulkActionJob } from './jobs/bulk-action.ts';
import { eraseCompanyJob } from './jobs/erase-company.ts';
import { forgottenPasswordJob } from './jobs/forgotten-password.ts';
import { propagateSyncDefaultsJob } from './jobs/propagate-sync-defaults.ts';
import { pruneJob } from './jobs/prune.ts';
import { pushJob } from './jobs/push.ts';
import { settleJob } from './jobs/settle.ts';
import { syncJob } from './jobs/sync.ts';
import { loop, pause } from './loop.ts';
import { scheduleDue } from './schedule.ts';
import { sendDueMails } from './send-mails.ts';
import { requeueLost } from './sweep.ts';
import { watch } from './watchdog.ts';

/** Pauses between two looks, and before the queue is started again after it broke. */
const scheduleMs = 60_000;
const sweepMs = 10_000;
const watchMs = 15_000;
const mailMs = 1_000;
const restartMs = 2_000;
/** How often the queue looks for entries whose time has come; new ones are told at once. */
const pollMs = 1_000;
const nightly = '17 3 * * * prune';

const now = () => new Date();

export interface RunningWorker {
  /** Hands back what is running and ends; within ten seconds. */
  stop: () => Promise<void>;
}

/**
 * Starts this process's worker: the queue's runner, the scheduler, the deliverer of webhooks, the sender of mail, the
 * watchdog over freshness and incidents, the sweepers for what was lost, and the nightly clean-up. It survives a
 * database that goes away and goes on when that is back. Any number of processes may run one.
 */
export async function startWorker(): Promise<RunningWorker> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopAnnouncing = startAnnouncing();
  const queue = keepQueue(signal);
  const loops = [
    loop('the schedule', scheduleMs, signal, () => scheduleDue({ now: new Date() })),
    loop('the search for lost syncs', sweepMs, signal, () => requeueLost({ now: new Date() })),
    loop('the search for lost webhook deliveries', sweepMs, signal, requeueLostDeliveries),
    loop('the watchdog', watchMs, signal, () => watch({ now: now() })),
    deliverWebhooks({ signal }),
    ...(env().mail ? [loop('the sending of mail', mailMs, signal, () => sendDueMails({ now, signal }))] : []),
  ];
  await queue.firstStart;
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([queue.ended, ...loops]);
      await stopAnnouncing();
    },
  };
}

/** Keeps a runner of the queue going until the signal is aborted. */
function keepQueue(signal: AbortSignal): { firstStart: Promise<void>; ended: Promise<void> } {
  const firstStart = Promise.withResolvers<void>();
  const keep = async () => {
    while (!signal.aborted) {
      try {
        const runner = await startRunner(signal);
        firstStart.resolve();
        await untilStopped(runner, signal);
      } catch (error) {
        log().error({ err: error }, 'the queue stopped');
      }
      firstStart.resolve();
      await pause(restartMs, signal);
    }
    firstStart.resolve();
  };
  return { firstStart: firstStart.promise, ended: keep() };
}

const startRunner = (signal: AbortSignal): Promise<Runner> =>
  run({
    connectionString: env().databaseDirectUrl,
    concurrency: env().workerConcurrency,
    maxPoolSize: env().queuePool,
    pollInterval: pollMs,
    noHandleSignals: true,
    logger,
    crontab: nightly,
    taskList: {
      sync: (payload) => syncJob(payload, signal),
      push: (payload) => pushJob(payload, signal),
      settle: (payload) => settleJob(payload),
      prune: () => pruneJob(new Date()),
      'bulk-action': (payload) => bulkActionJob(payload, signal),
      'erase-company': eraseCompanyJob,
      'forgotten-password': (payload) => forgottenPasswordJob(payload, new Date()),
      'propagate-sync-defaults': (payload) => propagateSyncDefaultsJob(payload, new Date()),
    },
  });

async function untilStopped(runner: Runner, signal: AbortSignal): Promise<void> {
  const stop = () => {
    runner.stop().catch((error) => log().warn({ err: error }, 'the queue did not stop cleanly'));
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await runner.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The queue's own messages are for those who look for them: all but its errors are kept at debug. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error') log().error(message);
  else log().debug(message);
});
