import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../start/project-root.ts';

let running: ChildProcess | undefined;

/** Runs a program of node_modules (or a script of ours) with its output shown, and returns its exit code. */
export function run(program: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const bin = join(projectRoot, 'node_modules', '.bin');
  const own = program.endsWith('.ts');
  return new Promise((resolve, reject) => {
    running = spawn(own ? process.execPath : join(bin, program), own ? [join(projectRoot, program), ...args] : args, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
        NEXT_TELEMETRY_DISABLED: '1',
        ...env,
      },
    });
    running.once('error', reject);
    running.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Ends what runs now. */
export function stopRunning(): void {
  running?.kill('SIGTERM');
}
