import { afterAll } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import { startTestSandbox, type TestSandbox } from '../../../sandbox/testing/sandbox.ts';
import type { Context } from '../../context.ts';
import { startSync } from '../../domain/syncs/mutations.ts';
import type { StartSyncInput } from '../../domain/syncs/schema.ts';
import { resetEnv } from '../../env.ts';
import { type RunOptions, runSync } from '../run-sync.ts';

/** A sandbox of the test file's own, which connections reach by the installation's setting. */
export async function ownSandbox(): Promise<TestSandbox> {
  const sandbox = await startTestSandbox();
  process.env.SANDBOX_URL = sandbox.url;
  resetEnv();
  afterAll(() => sandbox.stop());
  return sandbox;
}

export interface TestBooks {
  ctx: Context;
  companyId: number;
  /** The book's id on the sandbox. */
  book: string;
  sandbox: TestSandbox;
  /** Makes faults strike. */
  fail: (...faults: unknown[]) => Promise<void>;
  /** Changes the books. */
  admin: (method: string, path: string, body?: unknown) => Promise<{ id: string }>;
  start: (options?: Omit<StartSyncInput, 'companyId'>) => Promise<string>;
  /** Starts a sync and runs it to its end. */
  sync: (options?: Omit<StartSyncInput, 'companyId'>, run?: Omit<RunOptions, 'syncId'>) => Promise<string>;
}

let made = 0;

/** A connected company with a book of its own on the sandbox, or with one that is there. */
export async function makeBooks(
  sandbox: TestSandbox,
  size: { contacts?: number; invoices?: number } | { book: string } = {},
  options: { syncFrom?: Date; now?: Date } = {},
): Promise<TestBooks> {
  const book = 'book' in size ? size.book : await makeBook(sandbox, size);
  const { ctx } = await makeOrganisation({ now: options.now });
  const { companyId } = await makeCompany(ctx, { integration: 'SANDBOX' });
  const credentials = { companyKey: book, secret: `${book}-secret` };
  await makeConnection(ctx, { companyId }, { credentials, entityId: book, syncFrom: options.syncFrom });
  const start: TestBooks['start'] = async (input = {}) => (await startSync(ctx, { companyId, ...input })).id;
  return {
    ctx,
    companyId,
    book,
    sandbox,
    fail: (...faults) => sandbox.setFaults(book, faults),
    admin: async (method, path, body) => {
      const reply = await sandbox.call(method, `/_admin/books/${book}/${path}`, { body });
      if (reply.status >= 300) throw new Error(reply.text);
      return reply.json;
    },
    start,
    sync: async (input, run) => {
      const syncId = await start(input);
      await runSync({ syncId, retryDelaysMs: [0, 0, 0], confirmDelayMs: 0, ...run });
      return syncId;
    },
  };
}

async function makeBook(sandbox: TestSandbox, size: { contacts?: number; invoices?: number }): Promise<string> {
  const id = `book-${++made}`;
  const { contacts = 12, invoices = 20 } = size;
  const answer = await sandbox.call('POST', '/_admin/books', {
    body: { id, base_currency: 'GBP', currencies: ['EUR', 'JPY'], contacts, invoices, ephemeral: true },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return id;
}

/** A company's stored records of a table, without what differs from one database to another. */
export async function storedRows(companyId: number, table: string): Promise<Record<string, unknown>[]> {
  const rows = await sqlClient()`
    select (to_jsonb(r) - 'company_id' - 'rootfi_id' - 'rootfi_created_at' - 'rootfi_updated_at') as row
    from ${sqlClient()(table)} r where company_id = ${companyId} order by to_jsonb(r)->>'platform_id', to_jsonb(r)->>'position'`;
  return rows.map((one) => one.row);
}

/** Waits until something is so, asking again and again. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Pages that a sync has stored of all its models. */
export async function pagesOf(syncId: string): Promise<number> {
  const [row] = await sqlClient()`select sum(pages)::int as pages from sync_jobs where sync_id = ${syncId}`;
  return row?.pages ?? 0;
}

/** Makes a running sync look as if its worker had died a while ago. */
export async function silence(syncId: string): Promise<void> {
  await sqlClient()`update syncs set heartbeat_at = clock_timestamp() - interval '16 seconds' where id = ${syncId}`;
}
