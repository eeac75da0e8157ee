import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { onServer, urlOf } from './server.ts';

/** The one Postgres of a test run. */
export interface TestPostgres {
  /** Address of its maintenance database, with the right to create databases. */
  adminUrl: string;
  /** Name of the migrated database that suites are cloned from. */
  template: string;
  stop(): Promise<void>;
}

/**
 * Starts a throw-away Postgres, or uses the server of TEST_DATABASE_URL, and migrates a template database in it.
 * Names are random, so that several runs can share one server.
 */
export async function startTestPostgres(givenUrl: string | undefined): Promise<TestPostgres> {
  const server = givenUrl ? { adminUrl: givenUrl, stop: async () => {} } : await startThrowaway();
  const template = `ledgerline_test_${randomBytes(6).toString('hex')}`;
  const dropTemplate = () => onServer(server.adminUrl, (sql) => sql`DROP DATABASE IF EXISTS ${sql(template)} (FORCE)`);
  try {
    await onServer(server.adminUrl, (sql) => sql`CREATE DATABASE ${sql(template)}`);
    await migrate(urlOf(server.adminUrl, template));
  } catch (error) {
    await dropTemplate();
    await server.stop();
    throw error;
  }
  return {
    adminUrl: server.adminUrl,
    template,
    async stop() {
      await dropTemplate();
      await server.stop();
    },
  };
}

async function startThrowaway(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'ledgerline-test-postgres-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, throwaway: true });
  return {
    adminUrl: server.url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
