import type { TestProject } from 'vitest/node';
import { startTestPostgres } from './postgres.ts';

/** What the test files are told about the Postgres of this run. */
export type TestPostgresNotice = { adminUrl: string; template: string } | { problem: string };

declare module 'vitest' {
  export interface ProvidedContext {
    testPostgres: TestPostgresNotice;
  }
}

/** Vitest's global set-up: one Postgres a run. Tests without a database pass also where it can't start. */
export default async function setup(project: TestProject) {
  try {
    const server = await startTestPostgres(process.env.TEST_DATABASE_URL || undefined);
    project.provide('testPostgres', { adminUrl: server.adminUrl, template: server.template });
    return () => server.stop();
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    project.provide('testPostgres', { problem });
    return undefined;
  }
}
