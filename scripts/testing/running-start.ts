import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectRoot } from '../start/project-root.ts';

/** A demo on a busy machine takes minutes. */
const patienceMs = 300_000;

/** One process of a start, as the system lists it. */
export interface ListedProcess {
  pid: number;
  command: string;
}

/** A whole installation, started from the finished build as its own process on a free port. */
export class RunningStart {
  readonly port: number;
  readonly dataDir: string;
  readonly #child: ChildProcess;
  #output = '';

  constructor(port: number, dataDir: string, env: Record<string, string> = {}) {
    this.port = port;
    this.dataDir = dataDir;
    this.#child = spawn(process.execPath, [join(projectRoot, 'scripts', 'start.ts')], {
      cwd: projectRoot,
      env: { ...cleanEnvironment(), PORT: String(port), DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** What it printed so far. */
  get output(): string {
    return this.#output;
  }

  get(path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, { signal: AbortSignal.timeout(5000) });
  }

  /** Status of a path, or undefined while nobody listens. */
  async status(path: string): Promise<number | undefined> {
    const response = await this.get(path).catch(() => undefined);
    await response?.arrayBuffer();
    return response?.status;
  }

  /** Resolves when it has said that it runs. */
  async running(): Promise<this> {
    await until(`the start on port ${this.port} to run`, async () => {
      if (this.ended) throw new Error(`The start ended: ${this.#output}`);
      return this.#output.includes('Ledgerline is running');
    });
    return this;
  }

  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Its exit code, once it is gone; null when a signal ended it. */
  async exit(): Promise<number | null> {
    if (!this.ended) await once(this.#child, 'exit', { signal: AbortSignal.timeout(patienceMs) });
    return this.#child.exitCode;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** All living processes below it. */
  descendants(): ListedProcess[] {
    return processesBelow(this.pid);
  }

  /** The living child that runs this program: server.js, worker.js, postgres. */
  childRunning(program: string): ListedProcess | undefined {
    return this.descendants().find(({ command }) => command.split(/[ /]/).includes(program));
  }
}

/** Polls until it is true; throws, naming what was waited for, after five minutes. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await delay(50);
  }
}

/** Whether a process with this id still does anything; one that only waits to be reaped does not. */
export function isRunning(pid: number): boolean {
  return statOf(pid) !== undefined;
}

/** A folder for one installation, and how to remove it. */
export function temporaryDataDir(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'ledgerline-start-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_DIRECT_URL, SECRET_KEY, PUBLIC_URL, HOST, SANDBOX_URL, NODE_ENV, ...rest } =
    process.env;
  return { ...rest, NODE_ENV: 'production' };
}

function processesBelow(root: number): ListedProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? []);
  const found: ListedProcess[] = [];
  for (let parents = new Set([root]); parents.size > 0; ) {
    const children = all.filter(({ parent }) => parents.has(parent));
    found.push(...children.map(({ pid, command }) => ({ pid, command })));
    parents = new Set(children.map(({ pid }) => pid));
  }
  return found;
}

function statOf(pid: number): (ListedProcess & { parent: number }) | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parent: Number(parent), command };
  } catch {
    return undefined;
  }
}
