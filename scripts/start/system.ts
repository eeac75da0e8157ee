import { once } from 'node:events';
import { createServer } from 'node:net';
import { type ChildMessage, databaseAway, type Prepared } from './child.ts';
import { type Database, startDatabase } from './database.ts';
import type { Programs } from './programs.ts';
import { StartRefused, StopRequested } from './say.ts';
import { Service } from './service.ts';
import { childEnvironment, type StartSettings } from './settings.ts';
import { runTask } from './task.ts';

/** How often the database is made ready again after it went away in the middle. */
const prepareAttempts = 5;

/** What must be undone at the stop, in the order in which it was done. */
export interface Undo {
  add(step: () => Promise<void> | void): void;
}

export interface SystemOptions {
  settings: StartSettings;
  programs: Promise<Programs>;
  undo: Undo;
  /** Aborted when a stop is asked for while it still starts. */
  signal: AbortSignal;
  /** Something ended that can't be brought back: everything has to stop. */
  onLost: (reason: string) => void;
}

/** A system that lets people in. */
export interface RunningSystem extends Prepared {
  /** Where the sandbox platform answers; undefined without one. */
  sandboxUrl: string | undefined;
}

/** Starts everything in order and resolves once the web process lets people in. */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const { settings, undo, signal } = options;
  const starting = openDatabase(options);
  const [database, programs] = await settleBoth(starting, options.programs);
  signal.throwIfAborted();

  const sandboxUrl = settings.env.sandboxUrl ?? (settings.demo ? `http://127.0.0.1:${await freePort()}` : undefined);
  const env = childEnvironment(settings, {
    databaseUrl: database.url,
    databaseDirectUrl: database.directUrl,
    sandboxUrl,
    dev: programs.dev,
  });
  const services = new Services(programs, env, undo);

  // The web process loads Next while the database is made ready; it lets nobody in before.
  const web = services.make('web', (refused) => options.onLost(refused));
  const webStarted = web.start();
  const prepared = await prepare(programs, env, signal);
  // Not earlier: while the demo is made, the seed runs the sandbox on the same state file.
  if (sandboxUrl && !settings.env.sandboxUrl) await untilStopped(services.make('sandbox').start(), signal);
  await untilStopped(webStarted, signal);
  await untilStopped(web.open(), signal);
  void services.make('worker').start();
  return { ...prepared, sandboxUrl };
}

/** The long-running children: stopped together, so that none waits for another. */
class Services {
  readonly #programs: Programs;
  readonly #env: NodeJS.ProcessEnv;
  readonly #all: Service[] = [];

  constructor(programs: Programs, env: NodeJS.ProcessEnv, undo: Undo) {
    this.#programs = programs;
    this.#env = env;
    undo.add(async () => {
      await Promise.all(this.#all.map((service) => service.stop()));
    });
  }

  make(name: 'web' | 'worker' | 'sandbox', onRefused?: (reason: string) => void): Service {
    const service = new Service({ name, ...this.#programs[name], env: this.#env, onRefused });
    this.#all.push(service);
    return service;
  }
}

async function openDatabase({ settings, undo, onLost }: SystemOptions): Promise<Pick<Database, 'url' | 'directUrl'>> {
  const { databaseUrl, databaseDirectUrl } = settings.env;
  if (databaseUrl) return { url: databaseUrl, directUrl: databaseDirectUrl ?? databaseUrl };
  const database = await startDatabase(settings.dataDir, () => onLost('Postgres came back on another port.'));
  undo.add(database.stop);
  return database;
}

/** Both results. When one fails, waits for the other too, so that what it started can be undone. */
async function settleBoth<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return Promise.all([a, b]);
}

/** Makes the database ready in a process of its own; again when that was killed, or the database went away meanwhile. */
async function prepare(programs: Programs, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Prepared> {
  const { program, args = [], migrations } = programs.prepare;
  let prepared: Prepared | undefined;
  const onMessage = (message: ChildMessage) => {
    if (message.type === 'prepared') prepared = message;
  };
  for (let attempt = 1; attempt <= prepareAttempts; attempt += 1) {
    const code = await runTask({ program, args: [...args, migrations], env, signal, onMessage });
    if (prepared) return prepared;
    if (code !== databaseAway && code !== null) break;
  }
  throw new StartRefused('The database could not be made ready; the reason is above.');
}

async function untilStopped(work: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await Promise.race([work, once(signal, 'abort').then(() => Promise.reject(new StopRequested()))]);
}

/** Refuses early, before anything is built or started, when the port can't be had. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (!problem) return;
  if (problem.code === 'EADDRINUSE') throw new StartRefused(portTaken(host, port));
  throw new StartRefused(`It can't listen on ${host}:${port} (${problem.code}). Set HOST and PORT to others.`);
}

export const portTaken = (host: string, port: number): string =>
  `Port ${port} on ${host} is taken by another program. Nothing was started. Set PORT to a free one, or stop that program.`;

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
