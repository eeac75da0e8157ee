import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../start/project-root.ts';

/** Runs `npm run -s cli` on an installation with its own Postgres. */
export function commandLine(dataDir: string, args: string[]) {
  const { DATABASE_URL, DATABASE_DIRECT_URL, SECRET_KEY, ...env } = process.env;
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const script = join(projectRoot, 'scripts', 'boot.mjs');
    const child = execFile(
      process.execPath,
      [script, 'scripts/cli.ts', ...args],
      { env: { ...env, DATA_DIR: dataDir } },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
  });
}

/** What a command answers to `--json`. Throws with what it said when it fails. */
export async function answerOf(dataDir: string, args: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await commandLine(dataDir, [...args, '--json']);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`);
  return JSON.parse(out);
}
