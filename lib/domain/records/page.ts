import { hash } from 'node:crypto';
import { cleanJson, cleanText } from './clean-text.ts';
import type { RecordColumn } from './columns.ts';
import { type ColumnProblem, isTooLong, problemOf } from './record-check.ts';
import { sortedJson } from './record-hash.ts';
import type { Canonical, RecordModel } from './registry.ts';
import type { WritePlan } from './write-plan.ts';

/** A mapped record as the engine hands it over. `rawJson` is `raw` written out, where that was done already. */
export interface PageRecord<M extends RecordModel = RecordModel> {
  canonical: Canonical<M>;
  raw: unknown;
  rawJson?: string;
  dataHash: string;
}

/** The same of whichever model. */
interface AnyPageRecord {
  canonical: { platformId: string; platformUniqueId: string | null; fields: object; children: object };
  raw: unknown;
  rawJson?: string;
  dataHash: string;
}

/** A record that could not be parsed or mapped. `platformId` is null where the connector can't tell which one it is. */
export interface PageRejection {
  platformId: string | null;
  reason: string;
  field: string | null;
  raw: unknown;
}

/** A record on its way to its row. */
export interface ArrangedRecord {
  platformId: string;
  platformUniqueId: string | null;
  fields: Readonly<Record<string, unknown>>;
  children: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  rawJson: string;
  dataHash: string;
}

export interface ArrangedRejection {
  platformId: string;
  reason: string;
  field: string | null;
  rawJson: string;
}

/** Each platform id once: the last record of it, or its last rejection when no record of the page reads well. */
export interface ArrangedPage {
  records: ArrangedRecord[];
  rejections: ArrangedRejection[];
}

/** Begins the key of a rejected record that has no platform id. */
export const unidentified = 'unidentified:';

/**
 * Sorts out what a page may store: text that Postgres can't hold is cleaned, a record with a value that its column
 * can't hold joins the rejected ones, and of several with one id the last counts.
 */
export function arrangePage(
  plan: WritePlan,
  records: readonly AnyPageRecord[],
  rejected: readonly PageRejection[],
): ArrangedPage {
  const kept = new Map<string, ArrangedRecord>();
  const refused = new Map<string, ArrangedRejection>();
  const refuse = (rejection: PageRejection) => {
    const arranged = arrangeRejection(rejection);
    refused.set(arranged.platformId, arranged);
  };
  for (const rejection of rejected) refuse(rejection);
  for (const record of records) {
    const arranged = arrangeRecord(record);
    const problem = problemOfRecord(plan, arranged);
    if (problem) refuse({ platformId: arranged.platformId, ...problem, raw: record.raw });
    else kept.set(arranged.platformId, arranged);
  }
  for (const platformId of kept.keys()) refused.delete(platformId);
  return { records: [...kept.values()], rejections: [...refused.values()] };
}

function arrangeRecord({ canonical, raw, rawJson, dataHash }: AnyPageRecord): ArrangedRecord {
  return {
    platformId: cleanText(canonical.platformId),
    platformUniqueId: canonical.platformUniqueId,
    fields: canonical.fields as Record<string, unknown>,
    children: canonical.children as Record<string, Record<string, unknown>[]>,
    rawJson: cleanJson(rawJson ?? sortedJson(raw)),
    dataHash,
  };
}

function arrangeRejection({ platformId, reason, field, raw }: PageRejection): ArrangedRejection {
  const rawJson = cleanJson(sortedJson(raw));
  const id = platformId ? cleanText(platformId) : unidentified + hash('sha1', rawJson);
  return {
    platformId: isTooLong(id) ? `${id.slice(0, 200)}…${hash('sha1', id)}` : id,
    reason: reason.slice(0, 500),
    field,
    rawJson,
  };
}

const ownColumns: readonly RecordColumn[] = [
  { name: 'platform_id', kind: 'text', sqlType: 'text', nullable: false, indexed: true },
  { name: 'platform_unique_id', kind: 'text', sqlType: 'text', nullable: true, indexed: false },
];

function problemOfRecord(plan: WritePlan, record: ArrangedRecord): ColumnProblem | null {
  const { platformId, platformUniqueId } = record;
  if (!platformId) return { field: 'platform_id', reason: 'is empty' };
  const ofRecord =
    problemOf(ownColumns, { platform_id: platformId, platform_unique_id: platformUniqueId }) ??
    problemOf(plan.columns, record.fields);
  if (ofRecord) return ofRecord;
  for (const child of plan.children) {
    for (const values of record.children[child.name] ?? []) {
      const problem = problemOf(child.columns, values);
      if (problem) return { ...problem, field: `${child.name}.${problem.field}` };
    }
  }
  return null;
}
