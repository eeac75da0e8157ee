import type postgres from 'postgres';
import { type Sql, sqlClient } from '../../../db/client.ts';
import { holdModel, type RecordClaim } from './claim.ts';
import { arrangePage, type PageRecord, type PageRejection } from './page.ts';
import { declarationOf, type RecordModel } from './registry.ts';
import { type RecordRow, readColumns, toRecordRow } from './rows.ts';
import { quoted } from './statement.ts';
import { type PageOutcome, storeRows } from './store-rows.ts';
import { writePlan } from './write-plan.ts';

/** The hashes under which records are stored, by platform id; those that are not stored are left out. */
export type StoredHashes = ReadonlyMap<string, string>;

/** Records read back from a platform after a write. */
export interface PushedRecords extends Omit<RecordClaim, 'claim'> {
  now: Date;
  records: readonly PageRecord[];
  rejected: readonly PageRejection[];
  /** What was stored of them before they were read. */
  known: StoredHashes;
}

/** Somebody stored one of these records while they were read: what was read may be older. It must be read again. */
export class ReadTooEarly extends Error {
  constructor(model: RecordModel, platformId: string) {
    super(`${model} ${platformId} was stored while it was read`);
    this.name = 'ReadTooEarly';
  }
}

/** What is stored of some records, for `PushedRecords.known`: to be asked for before they are read from the platform. */
export async function storedHashes(
  input: { companyId: number; model: RecordModel; platformIds: readonly string[] },
  sql: Sql = sqlClient(),
): Promise<StoredHashes> {
  const { table } = writePlan(declarationOf(input.model));
  const rows = await sql<{ platform_id: string; data_hash: string }[]>`
    select platform_id, data_hash from ${sql(table)}
    where company_id = ${input.companyId} and platform_id = any(${[...input.platformIds]})`;
  return new Map(rows.map((row) => [row.platform_id, row.data_hash]));
}

/**
 * Stores what was read back after a write, in the caller's transaction: the same rows, hashes and locks as a page of a
 * pull. Who stores several models does so in the order of the registry. Throws ReadTooEarly.
 */
export async function storePushed(tx: postgres.TransactionSql, pushed: PushedRecords): Promise<PageOutcome> {
  const plan = writePlan(declarationOf(pushed.model));
  const arranged = arrangePage(plan, pushed.records, pushed.rejected);
  return storeRows(tx, plan, { ...pushed, full: false }, arranged, {
    hold: () => holdModel(tx, pushed),
    check: (changed) => {
      const late = changed.find(({ platformId, oldHash }) => (pushed.known.get(platformId) ?? null) !== oldHash);
      if (late) throw new ReadTooEarly(pushed.model, late.platformId);
    },
  });
}

/** A record by its platform id, inside a transaction or without; null when it is not stored. */
export async function findByPlatformId(
  sql: Sql | postgres.TransactionSql,
  input: { companyId: number; model: RecordModel; platformId: string },
): Promise<RecordRow | null> {
  const declaration = declarationOf(input.model);
  const [row] = await sql.unsafe(
    `select ${readColumns(declaration)} from ${quoted(writePlan(declaration).table)} r
    where r.company_id = $1::bigint and r.platform_id = $2::text`,
    [input.companyId, input.platformId],
    { prepare: true },
  );
  return row ? toRecordRow(input.model, row) : null;
}
