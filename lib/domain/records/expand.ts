import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import { type Issue, invalid } from '../../errors.ts';
import { arrayLiteral } from './array-literal.ts';
import { recordTable } from './columns.ts';
import type { ModelDeclaration, Relation } from './declaration.ts';
import { expandNames } from './fields.ts';
import { declarationOf, type RecordModel } from './registry.ts';
import { type ChildRow, columnList, type RecordRow, readColumns, toRecordRow, withNumbers } from './rows.ts';
import { quoted } from './statement.ts';

/** The most rows that one answer is filled up with. */
export const expandLimit = 50_000;

export interface Expansion {
  companyId: number;
  expand: readonly string[];
  includeDeleted: boolean;
}

/** What is asked for and can't be expanded, each naming what can. */
export function expandIssues(declaration: ModelDeclaration, expand: readonly string[]): Issue[] {
  const allowed = expandNames(declaration);
  const hint = allowed.length > 0 ? `allowed ones are ${allowed.join(', ')}` : 'this model has none';
  return expand
    .filter((name) => !allowed.includes(name))
    .map((name) => ({ path: 'expand', message: `${name} is not a relation that can be expanded; ${hint}` }));
}

/**
 * Fills the children and relations that are asked for into the rows: one query a relation, however many rows. Relations
 * that are deleted on the platform are left out unless asked for. Throws `invalid` beyond 50,000 rows.
 */
export async function expandRows(
  declaration: ModelDeclaration,
  rows: readonly RecordRow[],
  expansion: Expansion,
): Promise<void> {
  if (rows.length === 0) return;
  let room = expandLimit;
  // One after the other, so that too large an answer is noticed before all of it is in memory.
  for (const name of new Set(expansion.expand)) {
    const child = declaration.children[name];
    const relation = declaration.relations[name];
    if (child) room -= await fillChildren(declaration, rows, name, { ...expansion, room });
    else if (relation) room -= await fillRelation(rows, name, relation, { ...expansion, room });
    if (room < 0) {
      throw invalid({
        path: 'limit',
        message: `the answer would hold more than ${expandLimit.toLocaleString('en')} expanded rows; ask for a smaller limit or fewer relations`,
      });
    }
  }
}

type Room = Expansion & { room: number };

async function fillChildren(
  declaration: ModelDeclaration,
  rows: readonly RecordRow[],
  name: string,
  { companyId, room }: Room,
): Promise<number> {
  const child = declaration.children[name];
  if (!child) return 0;
  const table = recordTable(child.table);
  const found = await read(
    `select ${columnList(table)} from ${quoted(table.name)} r
    where r.company_id = $1::bigint and r.parent_model = $2::text and r.parent_platform_id = any($3::text[])
    order by r.parent_platform_id, r.position limit $4::int`,
    [companyId, declaration.model, arrayLiteral(rows.map(platformIdOf)), room + 1],
  );
  const byParent = Map.groupBy(found, (row): unknown => row.parent_platform_id);
  for (const row of rows) {
    const own = byParent.get(row.fields.platform_id) ?? [];
    row.children[name] = own.map((one): ChildRow => withNumbers(one, ['company_id']));
  }
  return found.length;
}

async function fillRelation(
  rows: readonly RecordRow[],
  name: string,
  relation: Relation,
  expansion: Room,
): Promise<number> {
  return relation.kind === 'one' ? fillOne(rows, name, relation, expansion) : fillMany(rows, name, relation, expansion);
}

async function fillMany(
  rows: readonly RecordRow[],
  name: string,
  { model, by }: Relation,
  expansion: Room,
): Promise<number> {
  const found = await readTargets(model, [by], rows.map(platformIdOf), expansion);
  const byKey = Map.groupBy(found, (row) => row.fields[by]);
  for (const row of rows) row.relations[name] = byKey.get(row.fields.platform_id) ?? [];
  return found.length;
}

async function fillOne(
  rows: readonly RecordRow[],
  name: string,
  { model, by }: Relation,
  expansion: Room,
): Promise<number> {
  const keys = [...new Set(rows.map((row) => row.fields[by]).filter((key) => typeof key === 'string'))];
  const names = keyColumns(model);
  const found = keys.length > 0 ? await readTargets(model, names, keys, expansion) : [];
  // Read backwards, so that a platform id goes before a code, and an older record before a newer one.
  const byKey = new Map<unknown, RecordRow>();
  for (const column of names.toReversed()) {
    for (const target of found.toReversed()) byKey.set(target.fields[column], target);
  }
  for (const row of rows) row.relations[name] = row.fields[by] === null ? null : (byKey.get(row.fields[by]) ?? null);
  return found.length;
}

/** By what a record is named in others: some platforms name a currency by its code. */
const keyColumns = (model: RecordModel) => (model === 'CURRENCY' ? ['platform_id', 'code'] : ['platform_id']);

async function readTargets(
  model: RecordModel,
  columns: readonly string[],
  keys: readonly string[],
  { companyId, includeDeleted, room }: Room,
): Promise<RecordRow[]> {
  const declaration = declarationOf(model);
  const matches = columns.map((column) => `r.${quoted(column)} = any($2::text[])`).join(' or ');
  const found = await read(
    `select ${readColumns(declaration)} from ${quoted(recordTable(declaration.table).name)} r
    where r.company_id = $1::bigint and (${matches}) ${includeDeleted ? '' : 'and r.rootfi_deleted_at is null'}
    order by r.rootfi_id limit $3::int`,
    [companyId, arrayLiteral(keys), room + 1],
  );
  return found.map((row) => toRecordRow(model, row));
}

const read = (text: string, args: (string | number)[]): Promise<postgres.Row[]> =>
  sqlClient().unsafe(text, args, { prepare: true });

const platformIdOf = (row: RecordRow) => String(row.fields.platform_id);
