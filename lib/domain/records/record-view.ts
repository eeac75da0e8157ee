import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { type ListPlace, pageSizeOf } from '../../page-size.ts';
import { countRecords, getRecord, type ListRecordsInput, listRecords, type RecordFilter } from './data.ts';
import type { ModelDeclaration } from './declaration.ts';
import { type AnyFieldInfo, scalarFields, wireFields } from './fields.ts';
import { namedReferences, type Reference, type ReferencesOf } from './references.ts';
import { declarationOf, type RecordModel } from './registry.ts';
import type { ChildRow, FieldValue, RecordRow } from './rows.ts';

/** Values by column: decimals are texts, moments ISO 8601; an object or list is as it is stored. */
export type RecordValues = Readonly<Record<string, unknown>>;

/** A record of any model as the console shows it. */
export interface RecordItem {
  rootfiId: number;
  platformId: string;
  /** What people know it by; null where it has no name or number. */
  title: string | null;
  /** An ISO 4217 code where the currency is known, else the platform's id of it. */
  currency: string | null;
  values: RecordValues;
  /** Other records that it names, by column. */
  references: Record<string, Reference>;
  /** Set when it is gone on the platform. */
  deletedAt: string | null;
}

export interface RecordPage {
  rows: RecordItem[];
  next: string | null;
}

/** A row of what comes inside a record. */
export interface RecordChild {
  values: RecordValues;
  references: Record<string, Reference>;
}

/** One record with all that hangs on it. */
export interface RecordDetail extends RecordItem {
  model: RecordModel;
  /** By the name of the kind: `line_items`. */
  children: Record<string, RecordChild[]>;
  /** Records that name this one: an invoice's payments. By the name of the relation. */
  related: Record<string, { model: RecordModel; rows: RecordItem[] }>;
  /** When it was first stored, and when it last changed here. */
  storedAt: string | null;
  changedAt: string | null;
}

/** Whose records, and of which model. */
export interface RecordSet {
  companyId: number;
  model: RecordModel;
}

/**
 * One page of a company's records of a model; `query` is the table's state as the address holds it. Throws not-found,
 * and invalid for a cursor or sort that is none.
 */
export const recordPage = (ctx: Context, set: RecordSet, query: URLSearchParams): Promise<RecordPage> =>
  recordListItems(ctx, set, query, { after: query.get('after'), limit: pageSizeOf(query) });

/** How many records the address of the table asks for. Throws not-found. */
export const recordListCount = (ctx: Context, set: RecordSet, query: URLSearchParams): Promise<number> =>
  countRecords(ctx, recordListInput(ctx, set, query, { after: null, limit: 1 }));

/** The rows behind a place of the list. Throws as `recordPage` does. */
export async function recordListItems(
  ctx: Context,
  set: RecordSet,
  query: URLSearchParams,
  place: ListPlace,
): Promise<RecordPage> {
  const { records, next } = await listRecords(ctx, recordListInput(ctx, set, query, place));
  return { rows: await recordItems(set, records), next };
}

const dayMs = 86_400_000;
const spans: Record<string, number> = { '30d': 30 * dayMs, '90d': 90 * dayMs, '365d': 365 * dayMs };

/** Which records, and in which order, the address of the table asks for; without a sort in the order in which they came. */
function recordListInput(
  { now }: Context,
  set: RecordSet,
  query: URLSearchParams,
  { after, limit }: ListPlace,
): ListRecordsInput {
  const sort = query.get('sort');
  const filters: RecordFilter[] = [];
  const statuses = query.get('status');
  if (statuses) filters.push({ field: 'status', op: 'in', value: statuses });
  const spanMs = spans[query.get('since') ?? ''];
  const { dateColumn } = declarationOf(set.model);
  if (spanMs && dateColumn) {
    filters.push({ field: dateColumn, op: 'gte', value: new Date(now.getTime() - spanMs).toISOString() });
  }
  return {
    ...set,
    search: query.get('q')?.slice(0, 200),
    next: after ?? undefined,
    limit,
    sort: sort ? { field: sort.replace(/^-/, ''), direction: sort.startsWith('-') ? 'desc' : 'asc' } : undefined,
    filters,
    includeDeleted: query.get('show') === 'all',
  };
}

/** One record, also one that is gone on the platform. Throws not-found. */
export async function recordDetail(
  ctx: Context,
  input: { companyId: number; model: RecordModel; rootfiId: string },
): Promise<RecordDetail> {
  const { companyId, model } = input;
  const declaration = declarationOf(model);
  const many = Object.entries(declaration.relations).filter(([, { kind }]) => kind === 'many');
  const record = await getRecord(ctx, {
    companyId,
    model,
    rootfiId: idFrom(input.rootfiId),
    expand: [...Object.keys(declaration.children), ...many.map(([name]) => name)],
    includeDeleted: true,
  });
  const [[item], related, children] = await Promise.all([
    recordItems({ companyId, model }, [record]),
    Promise.all(
      many.map(async ([name, relation]) => {
        const rows = (record.relations[name] ?? []) as RecordRow[];
        const items = await recordItems({ companyId, model: relation.model }, rows);
        return [name, { model: relation.model, rows: items }] as const;
      }),
    ),
    childrenOf(companyId, record),
  ]);
  if (!item) throw notFound('Record');
  return {
    ...item,
    model,
    children,
    related: Object.fromEntries(related),
    storedAt: moment(record.fields.rootfi_created_at),
    changedAt: moment(record.fields.rootfi_updated_at),
  };
}

/** What the platform sent of a record, as it was read: for admins and owners. Throws forbidden, and not-found. */
export async function recordRawData(
  ctx: Context,
  input: { companyId: number; model: RecordModel; rootfiId: string },
): Promise<{ rawData: unknown }> {
  requirePermission(ctx, 'records.read-raw');
  const { companyId, model } = input;
  const query = { companyId, model, rootfiId: idFrom(input.rootfiId), select: ['raw_data'], includeDeleted: true };
  return { rawData: (await getRecord(ctx, query)).fields.raw_data ?? null };
}

function idFrom(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw notFound('Record');
  return Number(text);
}

async function recordItems({ companyId, model }: RecordSet, records: readonly RecordRow[]): Promise<RecordItem[]> {
  const declaration = declarationOf(model);
  const referencesOf = await namedReferences(
    companyId,
    model,
    records.map(({ fields }) => fields),
  );
  return records.map((record) => recordItem(declaration, record, referencesOf));
}

function recordItem(declaration: ModelDeclaration, { fields }: RecordRow, referencesOf: ReferencesOf): RecordItem {
  const references = referencesOf(fields);
  return {
    rootfiId: Number(fields.rootfi_id),
    platformId: String(fields.platform_id),
    title: declaration.knownBy.map((column) => text(fields[column])).find((one) => one !== null) ?? null,
    currency: references.currency_id?.title ?? text(fields.currency_id),
    values: valuesOf(wireFields(declaration), fields),
    references,
    deletedAt: moment(fields.rootfi_deleted_at),
  };
}

async function childrenOf(companyId: number, { model, children }: RecordRow): Promise<RecordDetail['children']> {
  const kinds = Object.entries(declarationOf(model).children);
  const all = Object.values(children).flat();
  const referencesOf = await namedReferences(companyId, model, all);
  return Object.fromEntries(
    kinds.map(([name, declaration]) => {
      const shown = (row: ChildRow) => ({
        values: valuesOf(wireFields(declaration), row),
        references: referencesOf(row),
      });
      return [name, (children[name] ?? []).map(shown)];
    }),
  );
}

/** What is shown beside the values, or says only where a row is stored. */
const apart = ['company_id', 'platform_id', 'rootfi_id', 'parent_model', 'parent_platform_id'];

/** Whether a column is among the values of a record. */
export const isShown = (column: string): boolean => !apart.includes(column) && !column.startsWith('rootfi_');

/** The columns of one value that a record's `values` have, in the order of the wire. */
export const recordFields = (model: RecordModel): string[] =>
  scalarFields(declarationOf(model)).flatMap(({ column }) => (isShown(column) ? [column] : []));

const valuesOf = (fields: readonly AnyFieldInfo[], row: Readonly<Record<string, FieldValue>>): RecordValues =>
  Object.fromEntries(
    fields.filter(({ column }) => isShown(column)).map(({ column }) => [column, shownValue(row[column])]),
  );

const shownValue = (value: FieldValue): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

const text = (value: FieldValue): string | null => (typeof value === 'string' && value !== '' ? value : null);

const moment = (value: FieldValue): string | null => (value instanceof Date ? value.toISOString() : null);
