import { type RecordColumn, type RecordTable, recordTable } from './columns.ts';
import type { ModelDeclaration } from './declaration.ts';

/** How a model's pages are written: its columns, and the statements that follow from them. */
export interface WritePlan {
  model: string;
  table: string;
  /** What a mapper gives, in the order in which the statements take it. */
  columns: readonly RecordColumn[];
  children: readonly ChildPlan[];
  /** $1 company, $2 platform ids, $3 hashes → place in the page, id and old hash of what is not stored just so. */
  diff: string;
  /** $1 company, $2 now, $3 raw data a line each, $4 … a column each: the store's own three, then `columns`. */
  insert: string;
  /** As insert, with the rows' ids after `columns`; brings back what was marked deleted. */
  replace: string;
}

export interface ChildPlan {
  /** Under which the parent shows them. */
  name: string;
  columns: readonly RecordColumn[];
  /** $1 company, $2 parent model, $3 parents' platform ids. */
  remove: string;
  /** $1 company, $2 parent model, $3 parents' platform ids, $4 places, $5 … a column each. */
  insert: string;
}

const storeFilled = new Set([
  'company_id',
  'rootfi_id',
  'rootfi_created_at',
  'rootfi_updated_at',
  'rootfi_deleted_at',
  'platform_id',
  'platform_unique_id',
  'data_hash',
  'raw_data',
]);
const childFilled = new Set(['company_id', 'parent_model', 'parent_platform_id', 'position']);

const plans = new Map<ModelDeclaration, WritePlan>();

/** The plan of a model, made once: a new model needs no code here. */
export function writePlan(declaration: ModelDeclaration): WritePlan {
  let plan = plans.get(declaration);
  if (!plan) {
    plan = makePlan(declaration);
    plans.set(declaration, plan);
  }
  return plan;
}

function makePlan(declaration: ModelDeclaration): WritePlan {
  const table = recordTable(declaration.table);
  const columns = table.columns
    .filter((column) => !storeFilled.has(column.name))
    .map((column) => ({ ...column, shape: declaration.shapes?.[column.name] }));
  const written = ['platform_id', 'platform_unique_id', 'data_hash', ...columns.map((column) => column.name)];
  const types = ['text', 'text', 'text', ...columns.map((column) => column.sqlType)];
  const changing = ['rootfi_updated_at', 'rootfi_deleted_at', 'raw_data', ...written.slice(1)];
  return {
    model: declaration.model,
    table: table.name,
    columns,
    children: Object.entries(declaration.children).map(([name, child]) => childPlan(name, recordTable(child.table))),
    diff: diffStatement(table.name),
    insert: insertStatement(table.name, written, types),
    // By way of ON CONFLICT, because that one names its index, where UPDATE leaves the choice to the planner.
    replace: `${insertStatement(table.name, [...written, 'rootfi_id'], [...types, 'bigint'])}
      on conflict (company_id, platform_id)
      do update set ${changing.map((name) => `"${name}" = excluded."${name}"`).join(', ')}`,
  };
}

// An id is looked for as a range in order of which the first is wanted. That is the same row, but only the index on
// company and platform id has that order, and sorting is switched off: every other index that begins with the company
// looks just as good to the planner for a company that its statistics don't know yet, and would be read in full for
// each of the page's ids.
const diffStatement = (table: string) => `
  select i.place::int as place, t.rootfi_id, t.data_hash as old_hash
  from unnest($2::text[], $3::text[]) with ordinality as i(platform_id, data_hash, place)
  left join lateral (
    select r.rootfi_id, r.data_hash, r.rootfi_deleted_at from ${table} r
    where r.company_id = $1::bigint and r.platform_id >= i.platform_id and r.platform_id <= i.platform_id
    order by r.platform_id limit 1
  ) t on true
  where t.data_hash is distinct from i.data_hash or t.rootfi_deleted_at is not null`;

// JSON on one line holds no line feed, so the raw data of a page is one text, cut at them: nothing has to be quoted.
const insertStatement = (table: string, written: readonly string[], types: readonly string[]) => `
  insert into ${table} (company_id, rootfi_created_at, rootfi_updated_at, raw_data, ${list(written)})
  select $1::bigint, $2::timestamptz, $2::timestamptz, u.raw_data::jsonb, ${list(written, 'u.')}
  from rows from (string_to_table($3::text, E'\\n'), ${unnests(types, 4)}) as u(raw_data, ${list(written)})`;

function childPlan(name: string, table: RecordTable): ChildPlan {
  const columns = table.columns.filter((column) => !childFilled.has(column.name));
  const names = ['parent_platform_id', 'position', ...columns.map((column) => column.name)];
  const types = ['text', 'integer', ...columns.map((column) => column.sqlType)];
  return {
    name,
    columns,
    remove: `
      delete from ${table.name}
      where company_id = $1::bigint and parent_model = $2::text and parent_platform_id = any($3::text[])`,
    insert: `
      insert into ${table.name} (company_id, parent_model, ${list(names)})
      select $1::bigint, $2::text, ${list(names, 'u.')}
      from rows from (${unnests(types, 3)}) as u(${list(names)})`,
  };
}

const list = (names: readonly string[], prefix = '') => names.map((name) => `${prefix}"${name}"`).join(', ');

const unnests = (types: readonly string[], first: number) =>
  types.map((type, i) => `unnest($${first + i}::${type}[])`).join(', ');
