import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { invalid, notFound } from '../../errors.ts';
import { recordTable } from './columns.ts';
import { requireCompany } from './company-gate.ts';
import { encodeCursor, type Place } from './cursor.ts';
import type { ModelDeclaration } from './declaration.ts';
import { expandIssues, expandRows } from './expand.ts';
import { filterConditions } from './filters.ts';
import { including, orderBy, rangesAfter, reversed, type Walk } from './keyset.ts';
import { type ListRecordsInput, type ListWalk, listWalk, selectIssues } from './list-input.ts';
import { searchConditions } from './record-search.ts';
import { declarationOf, type RecordModel } from './registry.ts';
import { type RecordRow, readColumns, toRecordRow } from './rows.ts';
import { quoted, Statement } from './statement.ts';

export { type ContactListItem, contactsFrom, type ListContactsInput, listContacts } from './contact-list.ts';
export type { RecordFilter } from './filters.ts';
export type { ListRecordsInput } from './list-input.ts';
export { type RecordCount, recordCounts } from './record-counts.ts';
export type { ChildRow, FieldValue, RecordRow } from './rows.ts';

/** A page of records; cursors are null where nothing follows or comes before. */
export interface RecordList {
  records: RecordRow[];
  next: string | null;
  prev: string | null;
  /** All matches; only when asked for. */
  totalCount?: number;
}

/**
 * One page of a company's records of a model. Walked by keys, so that rows that come or go meanwhile move no other row
 * between pages. Throws not-found for the company, and `invalid` under the names that the wire uses.
 */
export async function listRecords(ctx: Context, input: ListRecordsInput): Promise<RecordList> {
  const declaration = declarationOf(input.model);
  const walk = listWalk(declaration, input);
  const [, found, more, totalCount] = await Promise.all([
    requireCompany(ctx, input.companyId),
    readPage(declaration, input, walk),
    hasBehind(declaration, input, walk),
    input.returnCount ? readCount(declaration, input) : undefined,
  ]);
  const page = found.slice(0, walk.limit);
  const records = walk.backwards ? page.reverse() : page;
  const ahead = found.length > walk.limit;
  const includeDeleted = input.includeDeleted ?? false;
  await expandRows(declaration, records, { companyId: input.companyId, expand: input.expand ?? [], includeDeleted });
  return {
    records,
    next: (walk.backwards ? more : ahead) ? edge(walk, records.at(-1), walk.shown) : null,
    prev: (walk.backwards ? ahead : more) ? edge(walk, records[0], reversed(walk.shown)) : null,
    ...(totalCount === undefined ? {} : { totalCount }),
  };
}

/** One record. Deleted ones only when asked for. Throws not-found, and `invalid` for an unknown relation. */
export async function getRecord(
  ctx: Context,
  input: {
    companyId: number;
    model: RecordModel;
    rootfiId: number;
    expand?: readonly string[];
    select?: readonly string[];
    includeDeleted?: boolean;
  },
): Promise<RecordRow> {
  const declaration = declarationOf(input.model);
  const { companyId, expand = [], select = [], includeDeleted = false } = input;
  const issues = [...expandIssues(declaration, expand), ...selectIssues(select)];
  if (issues.length > 0) throw invalid(issues);
  await requireCompany(ctx, companyId);
  const statement = new Statement();
  const [found] = await statement.run(
    sqlClient(),
    `select ${readColumns(declaration, select)} from ${source(declaration)}
    where ${scope(statement, companyId, includeDeleted)} and r.rootfi_id = ${statement.bind(input.rootfiId, 'bigint')}`,
    { prepared: true },
  );
  if (!found) throw notFound(label(input.model));
  const record = toRecordRow(input.model, found);
  await expandRows(declaration, [record], { companyId, expand, includeDeleted });
  return record;
}

/** How many records match. Throws not-found for the company, and `invalid` for a filter. */
export async function countRecords(
  ctx: Context,
  input: Pick<ListRecordsInput, 'companyId' | 'model' | 'filters' | 'search' | 'includeDeleted'>,
): Promise<number> {
  const [, count] = await Promise.all([
    requireCompany(ctx, input.companyId),
    readCount(declarationOf(input.model), input),
  ]);
  return count;
}

type Matching = Pick<ListRecordsInput, 'companyId' | 'filters' | 'search' | 'includeDeleted' | 'select'>;

const source = (declaration: ModelDeclaration) => `${quoted(recordTable(declaration.table).name)} r`;

const scope = (statement: Statement, companyId: number, includeDeleted: boolean) =>
  `r.company_id = ${statement.bind(companyId, 'bigint')}${includeDeleted ? '' : ' and r.rootfi_deleted_at is null'}`;

function matching(statement: Statement, declaration: ModelDeclaration, input: Matching): string {
  const filters = filterConditions(declaration, input.filters ?? [], statement);
  const words = searchConditions(declaration, input, statement);
  return [scope(statement, input.companyId, input.includeDeleted ?? false), ...filters, ...words].join(' and ');
}

// Filters make too many different texts for each connection to keep.
const preparable = (input: Matching) => ({ prepared: !input.filters?.length && !input.search });

async function readCount(declaration: ModelDeclaration, input: Matching): Promise<number> {
  const statement = new Statement();
  const text = `select count(*)::int as count from ${source(declaration)} where ${matching(statement, declaration, input)}`;
  const [row] = await statement.run<{ count: number }>(sqlClient(), text, preparable(input));
  return row?.count ?? 0;
}

/** The rows of the page and one more, in the order of the walk. */
async function readPage(
  declaration: ModelDeclaration,
  input: ListRecordsInput,
  { shown, from, backwards, limit }: ListWalk,
): Promise<RecordRow[]> {
  const statement = new Statement();
  const walk = backwards ? reversed(shown) : shown;
  const where = matching(statement, declaration, input);
  const rows = `select ${readColumns(declaration, input.select)} from ${source(declaration)} where ${where}`;
  const end = `order by ${orderBy(walk, 'r')} limit ${statement.bind(limit + 1, 'int')}`;
  const parts = rangesAfter(walk, from, statement).map((range) => `${rows} and ${range} ${end}`);
  const found = await statement.run(sqlClient(), inSequence(parts, end), preparable(input));
  return found.map((row) => toRecordRow(input.model, row));
}

/** Two ranges are read each by its index, and put together in the order that both have. */
function inSequence(parts: readonly string[], end: string): string {
  const [first, second] = parts;
  if (!first || !second) return first ?? '';
  return `select * from (${first}) r union all select * from (${second}) r ${end.replaceAll('r.', '')}`;
}

/** Whether there are rows on the other side of the cursor: the cursor's own row, or any before it. */
async function hasBehind(
  declaration: ModelDeclaration,
  input: ListRecordsInput,
  { shown, from, backwards }: ListWalk,
): Promise<boolean> {
  if (!from) return false;
  const statement = new Statement();
  const walk = backwards ? shown : reversed(shown);
  const where = matching(statement, declaration, input);
  const ranges = rangesAfter(walk, including(from, walk), statement).map(
    (range) => `exists (select from ${source(declaration)} where ${where} and ${range})`,
  );
  const [row] = await statement.run<{ more: boolean }>(
    sqlClient(),
    `select ${ranges.join(' or ')} as more`,
    preparable(input),
  );
  return row?.more ?? false;
}

/** The cursor at an end of the page; of a page that has run empty, the place from which it was walked. */
function edge({ shown, from }: ListWalk, record: RecordRow | undefined, walk: Walk): string | null {
  if (record) return encodeCursor(placeOf(record, shown), shown.sort);
  return from ? encodeCursor(including(from, walk), shown.sort) : null;
}

function placeOf({ fields }: RecordRow, { sort }: Walk): Place {
  const value = fields[sort.column] ?? null;
  const text = value instanceof Date ? value.toISOString() : value === null ? null : String(value);
  return { rootfiId: Number(fields.rootfi_id), value: sort.column === 'rootfi_id' ? null : text };
}

/** A model as people say it: `Invoice payment`. */
const label = (model: RecordModel) => {
  const words = model.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
