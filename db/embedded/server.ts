import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresBinaries } from './binaries.ts';
import { onFolder } from './cluster.ts';
import { disarmPidFile, type Postmaster, runningPostmaster } from './postmaster.ts';
import type { RunAs } from './run-as.ts';

const megabyte = 1024 * 1024;

/**
 * Pages that Postgres keeps itself: a quarter of the memory, and at most 1 GB, in which a million companies stand with
 * what finds them. It takes only what it uses. A container's limit counts as its memory.
 */
export function sharedBuffers(memoryBytes = Math.min(totalmem(), process.constrainedMemory() || totalmem())): string {
  return `${Math.round(Math.min(1024, Math.max(128, memoryBytes / megabyte / 4)))}MB`;
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: sharedBuffers(),
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  // Short queries pay more for compiling than they win.
  jit: 'off',
};

const throwawaySettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' };

interface Launch {
  dataDir: string;
  pgDir: string;
  binaries: PostgresBinaries;
  runAs: RunAs | undefined;
  throwaway: boolean;
}

/** How often a start is tried again while a killed server's last backends still hold its memory. */
const leftoverPatienceMs = 30_000;

/** Starts the server and resolves once it takes connections. Throws its own last words when it does not come up. */
export async function launchServer(launch: Launch): Promise<Postmaster> {
  const until = Date.now() + leftoverPatienceMs;
  for (let port = lastPort(launch.dataDir) ?? (await freePort()); ; ) {
    const outcome = await launchOnce(launch, port);
    if (typeof outcome !== 'string') {
      writeFileSync(portPath(launch.dataDir), `${outcome.port}\n`);
      return outcome;
    }
    const portTaken = /could not bind|could not create any TCP/.test(outcome);
    if (portTaken) port = await freePort();
    const leftovers = /pre-existing shared memory block/.test(outcome);
    if (!(portTaken || leftovers) || Date.now() > until) {
      throw new Error(
        `The embedded Postgres did not start. Its log (${logPath(launch.dataDir)}) ends with:\n${outcome}`,
      );
    }
    await delay(100);
  }
}

/** The running server, or what it wrote before it ended. */
async function launchOnce(launch: Launch, port: number): Promise<Postmaster | string> {
  const { pgDir, runAs, binaries } = launch;
  disarmPidFile(pgDir);
  const { dataDir, options } = onFolder(pgDir, runAs);
  const log = openLog(launch.dataDir);
  const child = spawn(binaries.postgres, ['-D', dataDir, '-p', String(port), ...settingArguments(launch.throwaway)], {
    ...options,
    // Ctrl-C in the terminal must not reach it before the processes that use it.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  closeSync(log.fd);
  child.unref();
  const ended = exitOf(child);
  for (;;) {
    const running = runningPostmaster(pgDir);
    if (running?.pid === child.pid && running?.status === 'ready') return running;
    if ((await Promise.race([ended, delay(10)])) === 'ended') return lastWords(launch.dataDir, log.size);
  }
}

function exitOf(child: ChildProcess): Promise<'ended'> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => resolve('ended'));
    child.once('error', reject);
  });
}

function settingArguments(throwaway: boolean): string[] {
  const all = { ...settings, ...(throwaway ? throwawaySettings : {}) };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const portPath = (dataDir: string) => join(dataDir, 'postgres-port');

/** The port of last time. Kept, so that after a crash the pools of other processes find the server again. */
function lastPort(dataDir: string): number | undefined {
  if (!existsSync(portPath(dataDir))) return undefined;
  const port = Number(readFileSync(portPath(dataDir), 'utf8'));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

const logPath = (dataDir: string) => join(dataDir, 'postgres.log');

/** Postgres writes to the file itself, so that it outlives us without a broken pipe. Begun anew when it has grown. */
function openLog(dataDir: string): { fd: number; size: number } {
  const fd = openSync(logPath(dataDir), 'a', 0o600);
  const { size } = fstatSync(fd);
  if (size < 10_000_000) return { fd, size };
  truncateSync(logPath(dataDir));
  return { fd, size: 0 };
}

function lastWords(dataDir: string, from: number): string {
  const lines = readFileSync(logPath(dataDir)).subarray(from).toString('utf8').trim().split('\n');
  return lines.slice(-8).join('\n');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
