import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureDataDir } from '../../db/embedded.ts';
import { type Env, parseEnv } from '../../lib/env.ts';
import { StartRefused } from './say.ts';

/** The settings of a start, with every open choice made. */
export interface StartSettings {
  env: Env;
  /** Absolute; exists. */
  dataDir: string;
  /** Whether this installation runs its own Postgres. */
  embedded: boolean;
  demo: boolean;
  secretKey: string;
}

/**
 * Reads the environment and settles what it leaves open: the data folder (relative to the project), the secret key,
 * and whether the demo is on. Throws StartRefused with what to do.
 */
export function readSettings(root: string, source: Record<string, string | undefined>): StartSettings {
  const parsed = parse(source);
  const embedded = !parsed.databaseUrl;
  if (!embedded && !parsed.secretKey) {
    throw new StartRefused(
      'SECRET_KEY is not set. It seals the credentials in the database that DATABASE_URL names, so every process that ' +
        'uses that database needs the same one. Set it to at least 32 random characters (openssl rand -base64 32) and keep it.',
    );
  }
  const dataDir = ensureDataDir(resolve(root, parsed.dataDir));
  return {
    env: parsed,
    dataDir,
    embedded,
    demo: parsed.demo ?? (embedded && isLoopback(parsed.host)),
    secretKey: parsed.secretKey ?? keptSecretKey(dataDir),
  };
}

function parse(source: Record<string, string | undefined>): Env {
  try {
    return parseEnv(source);
  } catch (error) {
    throw new StartRefused(error instanceof Error ? error.message : String(error));
  }
}

/** Whether a HOST is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

/** The key of an installation with its own Postgres: made once, readable by its owner only. */
function keptSecretKey(dataDir: string): string {
  const path = join(dataDir, 'secret-key');
  if (!existsSync(path)) makeSecretKey(path);
  const key = readFileSync(path, 'utf8').trim();
  if (key.length < 32) throw new StartRefused(`The secret key in ${path} is damaged. Restore that file from a backup.`);
  return key;
}

function makeSecretKey(path: string): void {
  const part = `${path}.${process.pid}`;
  writeFileSync(part, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  chmodSync(part, 0o600);
  // A link fails when the file is there by now: of two processes that make it, both use the first one's.
  try {
    linkSync(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(part, { force: true });
  }
}

/** The environment of a child process: the person's own, with every settled choice in place. */
export function childEnvironment(
  settings: StartSettings,
  found: { databaseUrl: string; databaseDirectUrl: string; sandboxUrl: string | undefined; dev: boolean },
): NodeJS.ProcessEnv {
  const { env } = settings;
  return {
    ...process.env,
    NODE_ENV: found.dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: env.host,
    PORT: String(env.port),
    PUBLIC_URL: env.publicUrl,
    DATA_DIR: settings.dataDir,
    SECRET_KEY: settings.secretKey,
    DEMO: settings.demo ? '1' : '0',
    DATABASE_URL: found.databaseUrl,
    DATABASE_DIRECT_URL: found.databaseDirectUrl,
    SANDBOX_URL: found.sandboxUrl ?? '',
  };
}
