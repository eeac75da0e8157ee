import type postgres from 'postgres';
import { announceChanges } from './announce-changes.ts';
import { arrayLiteral } from './array-literal.ts';
import type { HeldModel } from './claim.ts';
import type { ArrangedPage, ArrangedRecord } from './page.ts';
import { type ChangedRecord, type PageRows, pageWrites, type Writing } from './page-writes.ts';
import type { WritePlan } from './write-plan.ts';

/** What became of a page's records, each platform id counted once. */
export interface PageOutcome {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  changed: ChangedRecord[];
}

/** What differs between those who store records. */
export interface StoreOptions {
  /** Makes sure that these rows may be written, and holds off everybody else. Throws where they may not. */
  hold(): Promise<HeldModel>;
  /** Looks at what will be written before it is. Throws to write nothing. */
  check?(changed: readonly ChangedRecord[]): void;
  /** Statements to be sent with those of the rows. */
  alongside?(outcome: PageOutcome): PromiseLike<unknown>[];
}

/** The one place where records are written, whether they were pulled or come back from a write. */
export async function storeRows(
  tx: postgres.TransactionSql,
  plan: WritePlan,
  page: Writing,
  { records, rejections }: ArrangedPage,
  options: StoreOptions,
): Promise<PageOutcome> {
  const [held, differing] = await openPage(tx, plan.diff, page.companyId, records, options.hold);
  const rows: PageRows = { added: [], changed: [], read: records, rejections };
  const changed = differing.map(({ place, rootfi_id, old_hash }): ChangedRecord => {
    const record = records[place - 1] as ArrangedRecord;
    if (rootfi_id === null) rows.added.push(record);
    else rows.changed.push({ ...record, rootfiId: rootfi_id });
    return { platformId: record.platformId, oldHash: old_hash };
  });
  options.check?.(changed);
  const outcome = {
    created: rows.added.length,
    updated: rows.changed.length,
    unchanged: records.length - differing.length,
    rejected: rejections.length,
    changed,
  };
  await Promise.all([...pageWrites(tx, plan, page, rows, held.hasRejected), ...(options.alongside?.(outcome) ?? [])]);
  if (held.hasListener) await announceChanges(tx, page, { created: rows.added, updated: rows.changed });
  return outcome;
}

interface DifferingRow {
  place: number;
  /** Null, as the old hash, when the record is new. */
  rootfi_id: string | null;
  old_hash: string | null;
}

// The statements of a page look rows up by key. They are planned once a connection, and so that the plan stays right:
// one made for an empty table would otherwise read it whole, and be kept while the table grows.
const plannerSettings = `
  select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
    set_config('enable_sort', 'off', true), set_config('enable_incremental_sort', 'off', true)`;

async function openPage(
  tx: postgres.TransactionSql,
  diff: string,
  companyId: number,
  records: readonly ArrangedRecord[],
  hold: StoreOptions['hold'],
): Promise<[HeldModel, readonly DifferingRow[]]> {
  const ids = arrayLiteral(records.map((record) => record.platformId));
  const hashes = arrayLiteral(records.map((record) => record.dataHash));
  // execute() sends at once, so that the three go in this order and without waiting for answers in between.
  const settings = tx.unsafe(plannerSettings, [], { prepare: true }).execute();
  const held = hold();
  const differing = tx.unsafe<DifferingRow[]>(diff, [companyId, ids, hashes], { prepare: true }).execute();
  const [, ...found] = await Promise.all([settings, held, differing]);
  return found;
}
