import { randomUUID } from 'node:crypto';
import { closeDb } from '../../db/client.ts';
import { startEmbeddedPostgres } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { type Context, makeContext } from '../../lib/context.ts';
import { resetEnv } from '../../lib/env.ts';
import { projectRoot } from '../start/project-root.ts';
import { readSettings, type StartSettings } from '../start/settings.ts';

/** Where a command works: the same database that `npm start` with the same environment uses. */
export interface Installation {
  settings: StartSettings;
  /** For migrations and the queue. */
  directUrl: string;
  close(): Promise<void>;
}

/**
 * Opens the database: the one of DATABASE_URL, the embedded one of a running start, or, while nothing runs, the
 * embedded one for as long as this command lasts. Throws what the start would say about unusable settings.
 */
export async function openInstallation(): Promise<Installation> {
  const settings = readSettings(projectRoot, process.env);
  const { databaseUrl, databaseDirectUrl } = settings.env;
  if (databaseUrl) {
    const directUrl = databaseDirectUrl ?? databaseUrl;
    applySettings(settings, databaseUrl, directUrl);
    return { settings, directUrl, close: closeDb };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: settings.dataDir });
  applySettings(settings, embedded.url, embedded.url);
  return {
    settings,
    directUrl: embedded.url,
    close: async () => {
      await closeDb();
      await embedded.stop();
    },
  };
}

/** Runs work on an installation whose database has this version's tables, and closes it whatever happens. */
export async function withInstallation<T>(work: () => Promise<T>): Promise<T> {
  const installation = await openInstallation();
  try {
    await migrate(installation.directUrl);
    return await work();
  } finally {
    await installation.close();
  }
}

/** Who acts when a command does: the one who may run programs on this machine. */
export const commandLine = () => ({
  actor: { type: 'system', id: 'cli', label: 'Command line' } as const,
  requestId: randomUUID(),
  now: new Date(),
  door: 'cli',
});

export const contextOf = (organisationId: number): Context => makeContext({ ...commandLine(), organisationId });

/** The log goes to stdout, which belongs to the answer here. */
function applySettings(settings: StartSettings, databaseUrl: string, databaseDirectUrl: string): void {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    DATABASE_DIRECT_URL: databaseDirectUrl,
    SECRET_KEY: settings.secretKey,
    DATA_DIR: settings.dataDir,
    LOG_LEVEL: 'silent',
  });
  resetEnv();
}
