import { type ChildProcess, fork } from 'node:child_process';
import type { ChildMessage, ParentMessage } from './child.ts';
import { say } from './say.ts';

export interface ServiceOptions {
  /** For people: web, worker, sandbox. */
  name: string;
  program: string;
  args?: string[];
  env: NodeJS.ProcessEnv;
  /** The child refused for a reason that trying again can't cure. */
  onRefused?: (reason: string) => void;
}

const firstPauseMs = 250;
const longestPauseMs = 10_000;
/** A child that ran this long had started well: the next pause is the first one again. */
const soundMs = 30_000;
const stopPatienceMs = 11_000;

/** One long-running child process: started, started again with growing pauses when it dies, stopped. */
export class Service {
  readonly #options: ServiceOptions;
  #child: ChildProcess | undefined;
  #isOpen = false;
  #stopping = false;
  #pauseMs = firstPauseMs;
  #pause: NodeJS.Timeout | undefined;
  #ready: (() => void)[] = [];
  #opened: (() => void)[] = [];

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it; resolves once the child says that it is ready, be it after several attempts. */
  start(): Promise<void> {
    const ready = new Promise<void>((resolve) => this.#ready.push(resolve));
    this.#launch();
    return ready;
  }

  /** Lets a waiting child begin its work, and every later one at once. Resolves when it has begun. */
  open(): Promise<void> {
    const opened = new Promise<void>((resolve) => this.#opened.push(resolve));
    this.#isOpen = true;
    this.#send({ type: 'open' });
    return opened;
  }

  /** SIGTERM, and after eleven seconds SIGKILL. Resolves when the process is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#pause);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
    await gone;
    clearTimeout(timer);
  }

  /** SIGKILL, for somebody who does not want to wait. */
  kill(): void {
    this.#stopping = true;
    this.#child?.kill('SIGKILL');
  }

  #launch(): void {
    const { program, args = [], env } = this.#options;
    const startedAt = Date.now();
    // Detached: Ctrl-C in the terminal reaches the parent alone, which stops everything in order.
    const child = fork(program, args, {
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    child.on('message', (message: ChildMessage) => this.#heard(message));
    child.on('error', (error) => say(`${this.name}: ${error.message}`));
    child.on('exit', (code, signal) => this.#ended(code, signal, Date.now() - startedAt));
    if (this.#isOpen) this.#send({ type: 'open' });
  }

  #heard(message: ChildMessage): void {
    if (message.type === 'failed') this.#options.onRefused?.(message.reason);
    if (message.type === 'ready') for (const resolve of this.#ready.splice(0)) resolve();
    if (message.type === 'opened') for (const resolve of this.#opened.splice(0)) resolve();
  }

  #ended(code: number | null, signal: string | null, ranMs: number): void {
    if (this.#stopping) return;
    if (ranMs > soundMs) this.#pauseMs = firstPauseMs;
    const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
    say(`The ${this.name} ${how}. Starting it again in ${this.#pauseMs / 1000} s.`);
    this.#pause = setTimeout(() => this.#launch(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }

  #send(message: ParentMessage): void {
    if (this.#child?.connected) this.#child.send(message, () => {});
  }
}
