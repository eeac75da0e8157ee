import type { Row } from './api-types.ts';
import type { NetsuiteClient } from './client.ts';
import { improperAnswer } from './failures.ts';
import { type ChildQuery, type PartQuery, select } from './queries/query.ts';
import { instantOf, isWallTime } from './wall-time.ts';

/** As many rows as one request brings at most. */
const mostRows = 1000;

/** Rows of a part as raw records, and the id after which to go on; null when there are no more. */
export interface PartPage {
  records: Row[];
  lastId: number | null;
}

/** Reads the next rows of a part after an id, with their children. Throws ConnectorError. */
export async function readPart(
  client: NetsuiteClient,
  part: PartQuery,
  from: { conditions: readonly string[]; lastId: number; limit: number; signal: AbortSignal },
): Promise<PartPage> {
  const id = `${part.alias}.id`;
  const conditions = [...part.scope, ...from.conditions, `${id} > ${from.lastId}`];
  const sql = select(part.columns, part.from, conditions, [id]);
  const { rows, hasMore } = await client.query(sql, { limit: from.limit, signal: from.signal });
  const last = rows.at(-1);
  const records = await withChildren(client, part, rows, from.signal);
  return { records, lastId: hasMore && last ? numberOf(last, 'id') : null };
}

/** Rows of a part by their ids, with their children. Throws ConnectorError. */
export async function readPartByIds(
  client: NetsuiteClient,
  part: PartQuery,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const id = `${part.alias}.id`;
  const sql = select(part.columns, part.from, [...part.scope, `${id} IN (${ids.join(', ')})`], [id]);
  const { rows } = await client.query(sql, { limit: mostRows, signal });
  return withChildren(client, part, rows, signal);
}

/** Raw records: what the rows say, what belongs to them, and when they were changed, which a mapper can't tell alone. */
async function withChildren(
  client: NetsuiteClient,
  part: PartQuery,
  rows: readonly Row[],
  signal: AbortSignal,
): Promise<Row[]> {
  let records = rows.map((row): Row => ({ ...part.constants, ...row, ...changedAt(client, row) }));
  const ids = rows.map((row) => numberOf(row, 'id'));
  for (const child of part.children ?? []) {
    const byParent = await readChildren(client, child, ids, signal);
    records = records.map((record) => ({ ...record, [child.name]: byParent.get(String(record.id)) ?? [] }));
  }
  return records;
}

const changedAt = ({ account }: NetsuiteClient, { lastmodifieddate: wall }: Row): Row =>
  isWallTime(wall) ? { updated_at: instantOf(wall, account.timeZone).toISOString() } : {};

/** All children of some rows, by the id of their row. There may be more of them than one request brings. */
async function readChildren(
  client: NetsuiteClient,
  child: ChildQuery,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<Map<string, Row[]>> {
  const { parent, key } = child;
  const children = new Map<string, Row[]>();
  let after: Row | undefined;
  for (let hasMore = ids.length > 0; hasMore; ) {
    const conditions = [...child.scope, `${parent.sql} IN (${ids.join(', ')})`];
    if (after) {
      const [last, lastKey] = [numberOf(after, parent.name), numberOf(after, key.name)];
      conditions.push(`(${parent.sql} > ${last} OR (${parent.sql} = ${last} AND ${key.sql} > ${lastKey}))`);
    }
    const sql = select(child.columns, child.from, conditions, [parent.sql, key.sql]);
    const page = await client.query(sql, { limit: mostRows, signal });
    for (const row of page.rows) {
      const id = String(numberOf(row, parent.name));
      children.set(id, [...(children.get(id) ?? []), row]);
    }
    after = page.rows.at(-1);
    hasMore = page.hasMore && after !== undefined;
  }
  return children;
}

/** A column by which rows are walked. Throws ConnectorError where it is none: the walk could not go on. */
function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
  throw improperAnswer({ method: 'POST', path: '/services/rest/query/v1/suiteql' }, 200);
}
