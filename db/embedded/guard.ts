import { type ChildProcess, spawn } from 'node:child_process';

/**
 * A small shell that stops the server when this process is gone without having stopped it (kill -9): its input closes
 * then. Without it a server nobody knows of would stay behind.
 */
export class Guard {
  readonly #shell: ChildProcess;

  constructor(postmasterPid: number) {
    const script = 'while read -r _; do :; done; kill -INT "$1" 2>/dev/null';
    this.#shell = spawn('/bin/sh', ['-c', script, 'postgres-guard', String(postmasterPid)], {
      detached: true,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#shell.on('error', () => {});
    this.#shell.unref();
    const input = this.#shell.stdin as (NodeJS.WritableStream & { unref?(): void }) | null;
    input?.on('error', () => {});
    input?.unref?.();
  }

  dismiss(): void {
    this.#shell.kill('SIGKILL');
  }
}
