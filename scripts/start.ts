import { announce } from './start/announce.ts';
import { lockDataDir } from './start/data-dir-lock.ts';
import { builtPrograms, sourcePrograms } from './start/programs.ts';
import { projectRoot } from './start/project-root.ts';
import { StartRefused, StopRequested, say } from './start/say.ts';
import { readSettings } from './start/settings.ts';
import { portTaken, refuseTakenPort, startSystem } from './start/system.ts';

/**
 * `npm start`: the parent of Postgres, the web process, the worker and the sandbox platform. It starts them in order,
 * starts again what dies, and stops them in order on Ctrl-C, SIGTERM or SIGHUP, or when whoever started it is killed.
 */
const abort = new AbortController();
const undoSteps: (() => Promise<void> | void)[] = [];
const dev = process.argv.includes('--dev');
let exitCode = 0;
let stopping: Promise<void> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop('Stopping.'));
process.on('disconnect', () => void stop('Whoever started this is gone. Stopping.'));

// Whoever reads the output may stop reading (`npm start | head`); that is no reason to stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// Whatever happens, this process ends through stop() alone: it must not leave its children behind.
const alive = setInterval(() => {}, 3_600_000);
process.on('uncaughtException', (error) => {
  exitCode = 1;
  void stop(`The start failed. ${describe(error)}`);
});

const started = start().catch((error: unknown) => {
  if (abort.signal.aborted || error instanceof StopRequested) return;
  say(error instanceof StartRefused ? error.message : `The start failed. ${describe(error)}`);
  exitCode = 1;
  void stop();
});

async function start(): Promise<void> {
  const settings = readSettings(projectRoot, process.env);
  const { host, port } = settings.env;
  undoSteps.push(await lockDataDir(settings));
  await refuseTakenPort(host, port);
  const prepared = await startSystem({
    settings,
    programs: dev ? Promise.resolve(sourcePrograms()) : builtPrograms(abort.signal),
    undo: { add: (step) => undoSteps.push(step) },
    signal: abort.signal,
    onLost: (reason) => {
      exitCode = 1;
      void stop(reason === 'port-taken' ? portTaken(host, port) : reason);
    },
  });
  announce(settings, prepared);
}

/** Undoes what was started, last first, and ends the process. Asked a second time it changes nothing. */
function stop(message?: string): Promise<void> {
  stopping ??= (async () => {
    if (message) say(message);
    abort.abort(new StopRequested());
    await started;
    for (const step of undoSteps.reverse()) {
      await Promise.resolve(step()).catch((error) => say(`While stopping: ${describe(error)}`));
    }
    clearInterval(alive);
    process.exit(exitCode);
  })();
  return stopping;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== 'EACCES' && code !== 'EPERM') return error.message;
  return (
    `${path ?? 'A file of the data folder'} belongs to another user. Nothing was changed. ` +
    'Start as the user who started it before, or set DATA_DIR to a folder of your own.'
  );
}
