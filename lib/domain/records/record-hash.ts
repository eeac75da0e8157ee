import { hash } from 'node:crypto';
import type { PageRecord } from './page.ts';
import type { Canonical, RecordModel } from './registry.ts';

/**
 * SHA-1 (hex) over a mapped record, its children and the raw data. The order of keys does not matter: a platform that
 * lists them another way after a restart has changed nothing.
 */
export function recordHash<M extends RecordModel>(canonical: Canonical<M>, raw: unknown): string {
  return preparedRecord(canonical, raw).dataHash;
}

/** A record ready for a page: the raw data is written out once, for the hash and for the database. */
export function preparedRecord<M extends RecordModel>(canonical: Canonical<M>, raw: unknown): PageRecord<M> {
  const rawJson = sortedJson(raw);
  return { canonical, raw, rawJson, dataHash: hash('sha1', `${sortedJson(canonical)}\n${rawJson}`) };
}

/** JSON on one line with the keys of every object in order. What JSON leaves out (undefined) is left out. */
export function sortedJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return sortedArray(value);
  if ('toJSON' in value) return JSON.stringify(value);
  const entries = value as Record<string, unknown>;
  let json = '';
  for (const key of Object.keys(entries).sort()) {
    const inner = entries[key];
    if (inner === undefined) continue;
    json += `${json && ','}${JSON.stringify(key)}:${sortedJson(inner)}`;
  }
  return `{${json}}`;
}

function sortedArray(values: readonly unknown[]): string {
  let json = '';
  for (let i = 0; i < values.length; i++) json += `${i ? ',' : ''}${sortedJson(values[i])}`;
  return `[${json}]`;
}
