import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { postgresBinaries } from './embedded/binaries.ts';
import { embeddedName, embeddedPassword, ensureCluster } from './embedded/cluster.ts';
import { Guard } from './embedded/guard.ts';
import { Holders } from './embedded/holders.ts';
import { type Postmaster, runningPostmaster } from './embedded/postmaster.ts';
import { withProcessLock } from './embedded/process-lock.ts';
import { isAlive } from './embedded/processes.ts';
import { chooseRunAs } from './embedded/run-as.ts';
import { launchServer } from './embedded/server.ts';

/** The embedded Postgres as one process holds it. */
export interface EmbeddedPostgres {
  /** postgres:// address with the password: not for logs. */
  url: string;
  port: number;
  /** Calls once when the server ends although nobody here stopped it. */
  onExit(listener: () => void): void;
  /** Lets go of the server and stops it, unless another living process uses it. Resolves when it is down. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** The installation's data folder; the server keeps its files in `pg` below it. */
  dataDir: string;
  /** Faster and without safety against a power cut: for tests. */
  throwaway?: boolean;
}

/**
 * Starts the Postgres that came with the install on the data folder, or joins the one that runs there already
 * (left by a killed start, or used by another command). It keeps its port as long as that is free. Makes the data folder and the database when there are none.
 * Throws when it can't start; the message holds the server's own last words.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = ensureDataDir(options.dataDir);
  const holders = new Holders(join(dataDir, 'postgres-users'));
  return withProcessLock(`postgres:${dataDir}`, async () => {
    const alone = !holders.hasOthers();
    const { postmaster, password } = await joinOrLaunch(dataDir, options);
    holders.enter();
    const url = `postgres://${embeddedName}:${password}@127.0.0.1:${postmaster.port}/${embeddedName}`;
    await ensureDatabase(url);
    return hold({ url, postmaster, dataDir, holders, guard: alone ? new Guard(postmaster.pid) : undefined });
  });
}

/** Makes the folder if needed. Others may pass through it (Postgres runs as another user when root starts it), not list it. */
export function ensureDataDir(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o711);
  }
  return realpathSync(path);
}

async function joinOrLaunch(dataDir: string, options: EmbeddedPostgresOptions) {
  const pgDir = join(dataDir, 'pg');
  const password = embeddedPassword(dataDir);
  const running = await settled(pgDir);
  if (running) return { postmaster: running, password };
  const runAs = chooseRunAs(existsSync(pgDir) ? pgDir : undefined);
  const binaries = postgresBinaries(runAs);
  const throwaway = options.throwaway ?? false;
  await ensureCluster({ pgDir, password, binaries, runAs, throwaway });
  const postmaster = await launchServer({ dataDir, pgDir, binaries, runAs, throwaway });
  return { postmaster, password };
}

/** The server of the folder once it is up, or undefined once there is none. One that is stopping is waited for. */
async function settled(pgDir: string): Promise<Postmaster | undefined> {
  for (;;) {
    const found = runningPostmaster(pgDir);
    if (!found || found.status === 'ready') return found;
    await delay(20);
  }
}

async function ensureDatabase(url: string): Promise<void> {
  // Without the driver's own look-up of types: when the server dies during that, nobody could catch it.
  const sql = postgres(url.replace(/[^/]*$/, 'postgres'), { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    const [found] = await sql`SELECT 1 FROM pg_database WHERE datname = ${embeddedName}`;
    if (!found) await sql`CREATE DATABASE ${sql(embeddedName)}`;
  } finally {
    await sql.end();
  }
}

function hold(input: {
  url: string;
  postmaster: Postmaster;
  dataDir: string;
  holders: Holders;
  guard: Guard | undefined;
}): EmbeddedPostgres {
  const { postmaster, holders, guard } = input;
  const listeners: (() => void)[] = [];
  // Polled, because a server that was joined is nobody's child here.
  const watch = setInterval(() => {
    if (isAlive(postmaster.pid)) return;
    clearInterval(watch);
    guard?.dismiss();
    for (const listener of listeners) listener();
  }, 200).unref();
  return {
    url: input.url,
    port: postmaster.port,
    onExit: (listener) => listeners.push(listener),
    stop: () =>
      withProcessLock(`postgres:${input.dataDir}`, async () => {
        clearInterval(watch);
        guard?.dismiss();
        holders.leave();
        if (!holders.hasOthers()) await stopServer(postmaster.pid);
      }),
  };
}

/** Fast shutdown: open transactions are rolled back, everything committed is written. */
async function stopServer(pid: number): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patienceMs] of steps) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const until = Date.now() + patienceMs;
    while (isAlive(pid) && Date.now() < until) await delay(10);
  }
}
