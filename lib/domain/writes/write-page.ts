import type { WriteState } from '../../../db/schema/enums.ts';
import type { WriteEvidence } from '../../../db/schema/writes.ts';
import type { Context } from '../../context.ts';
import { type ListPlace, pageSizeOf } from '../../page-size.ts';
import { getCompany } from '../companies/data.ts';
import { namedReferences } from '../records/references.ts';
import { countWrites, type ListWritesInput, listWrites } from './data.ts';
import type { WriteView } from './schema.ts';
import type { WritableModel, WriteOperation } from './write-fields.ts';
import { openStates } from './write-state.ts';

/** A write as the console shows it. Moments are ISO 8601. */
export interface WriteRow {
  id: string;
  /** The run in which it is written. */
  syncId: string;
  dataModel: WritableModel;
  operation: WriteOperation;
  state: WriteState;
  /** The record's id on the platform, once it has one. */
  platformId: string | null;
  fields: Record<string, unknown>;
  /** What people know the invoice by that is paid; null where it is not stored. */
  invoice: string | null;
  /** What was done about it, oldest first. */
  evidence: WriteEvidence[];
  failure: { message: string; field: string | null } | null;
  createdAt: string;
  endedAt: string | null;
}

export interface WritePage {
  rows: WriteRow[];
  /** The cursor of the following page; null on the last. */
  next: string | null;
}

export const writePageSize = 25;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One page of what a run wrote. A cursor that can't be read starts at the first page. */
export async function writePage(
  ctx: Context,
  input: { companyId: number; syncId: string; after: string | null },
): Promise<WritePage> {
  const { companyId, syncId, after } = input;
  const cursor = after && uuid.test(after) ? after : undefined;
  const page = await listWrites(ctx, { companyId, syncId, limit: writePageSize, cursor });
  return { rows: await writeRows(companyId, page.writes), next: page.next };
}

/** What the console's address says of how a write stands. */
const statesOf: Record<string, readonly WriteState[]> = {
  open: openStates,
  written: ['CONFIRMED'],
  failed: ['FAILED'],
};

/**
 * One page of the payments that were written to a company's platform, also of an archived company; `query` is the table's
 * state as the address holds it. A cursor that can't be read starts at the first page. Throws not-found.
 */
export const paymentWritePage = (
  ctx: Context,
  company: { companyId: number },
  query: URLSearchParams,
): Promise<WritePage> =>
  paymentWriteItems(ctx, company, query, { after: query.get('after'), limit: pageSizeOf(query) });

/** How many payments the address of the table asks for. Throws not-found. */
export async function paymentWriteCount(
  ctx: Context,
  company: { companyId: number },
  query: URLSearchParams,
): Promise<number> {
  const [, count] = await Promise.all([
    getCompany(ctx, { ...company, includeArchived: true }),
    countWrites(ctx, paymentWritesInput(company, query)),
  ]);
  return count;
}

/** The rows behind a place of the list. Throws not-found. */
export async function paymentWriteItems(
  ctx: Context,
  company: { companyId: number },
  query: URLSearchParams,
  { after, limit }: ListPlace,
): Promise<WritePage> {
  await getCompany(ctx, { ...company, includeArchived: true });
  const cursor = after && uuid.test(after) ? after : undefined;
  const page = await listWrites(ctx, { ...paymentWritesInput(company, query), limit, cursor });
  return { rows: await writeRows(company.companyId, page.writes), next: page.next };
}

/** Which payments the address of the table asks for; what can't be read of it is left out. */
const paymentWritesInput = (company: { companyId: number }, query: URLSearchParams): ListWritesInput => ({
  ...company,
  model: 'INVOICE_PAYMENT',
  states: query
    .get('state')
    ?.split(',')
    .flatMap((word) => statesOf[word] ?? []),
  search: query.get('q')?.trim().slice(0, 200) || undefined,
  oldestFirst: query.get('sort') === 'createdAt',
});

async function writeRows(companyId: number, writes: readonly WriteView[]): Promise<WriteRow[]> {
  const fields = writes.map((write) => write.fields);
  const referencesOf = await namedReferences(companyId, 'INVOICE_PAYMENT', fields);
  return writes.map((write) => writeRow(write, referencesOf(write.fields).invoice_id?.title ?? null));
}

const writeRow = (write: WriteView, invoice: string | null): WriteRow => ({
  id: write.id,
  syncId: write.syncId,
  dataModel: write.dataModel,
  operation: write.operation,
  state: write.state,
  platformId: write.platformId,
  fields: write.fields,
  invoice,
  evidence: write.evidence,
  failure: write.failure && { message: write.failure.message, field: write.failure.field },
  createdAt: write.createdAt.toISOString(),
  endedAt: write.endedAt?.toISOString() ?? null,
});
