import { join, relative } from 'node:path';
import { buildUsers, findBuild } from '../build/ensure-build.ts';
import { programSources } from '../build/programs.ts';
import { projectRoot } from './project-root.ts';
import { StartRefused, say } from './say.ts';
import { runTask } from './task.ts';

/** What a child process runs. */
export interface ProgramCall {
  program: string;
  args?: string[];
}

export interface Programs {
  /** Whether they are the source as it lies there. */
  dev: boolean;
  web: ProgramCall;
  worker: ProgramCall;
  sandbox: ProgramCall;
  prepare: ProgramCall & { migrations: string };
}

/** The programs of the build of this source, which is made when there is none. */
export async function builtPrograms(signal: AbortSignal): Promise<Programs> {
  const folder = findBuild(projectRoot) ?? (await build(signal));
  markInUse(folder);
  const program = (name: string) => ({ program: join(folder, `${name}.js`) });
  return {
    dev: false,
    web: program('server'),
    worker: program('worker'),
    sandbox: program('sandbox'),
    prepare: { ...program('prepare'), migrations: join(folder, 'migrations') },
  };
}

/** The programs as they lie in the source, for development: Next compiles pages when they are asked for. */
export function sourcePrograms(): Programs {
  const program = (name: keyof typeof programSources) => ({ program: join(projectRoot, programSources[name]) });
  return {
    dev: true,
    web: { ...program('server'), args: ['--dev'] },
    worker: program('worker'),
    sandbox: program('sandbox'),
    prepare: { ...program('prepare'), migrations: join(projectRoot, 'db', 'migrations') },
  };
}

async function build(signal: AbortSignal): Promise<string> {
  say('Building. This is needed once for each version of the source; it takes about half a minute.');
  const program = join(projectRoot, 'scripts', 'build.ts');
  const code = await runTask({ program, args: ['--quiet'], env: process.env, signal });
  const folder = code === 0 ? findBuild(projectRoot) : undefined;
  if (!folder) throw new StartRefused('The build failed; the reason is above. No data was touched.');
  say(`Built ${relative(projectRoot, folder)}.`);
  return folder;
}

/** Keeps a later build from clearing this one away while it runs. */
function markInUse(folder: string): void {
  const users = buildUsers(folder);
  try {
    users.enter();
  } catch {
    // Somebody else's folder, read-only here: then nobody builds into it either.
    return;
  }
  process.once('exit', () => users.leave());
}
