import { z } from 'zod';
import type { RecordModel } from '../../domain/records/registry.ts';
import type { PulledPage, PullRequest } from '../types.ts';
import type { SandboxClient } from './client.ts';
import { sandboxDefinition } from './definition.ts';
import { paths } from './paths.ts';

/** The field by which `syncFrom` leaves records out. */
const dateFields: Partial<Record<RecordModel, string>> = {
  SALES_ORDER: 'issued_on',
  PURCHASE_ORDER: 'issued_on',
  INVOICE: 'issued_on',
  BILL: 'issued_on',
  INVOICE_CREDIT_NOTE: 'issued_on',
  BILL_CREDIT_NOTE: 'issued_on',
  INVOICE_PAYMENT: 'paid_on',
  BILL_PAYMENT: 'paid_on',
  EXPENSE: 'spent_on',
  BANK_TRANSACTION: 'booked_on',
  JOURNAL_ENTRY: 'posted_on',
};

/** A record may become visible a little after its stamp; the hash makes reading it again cheap. */
const overlapMs = 120_000;

const stamp = z.iso.datetime();

/**
 * Where a pass stands. With `cursor` it is under way and goes on there; without, it is whole and the next one begins
 * shortly before `seenUntil`, the latest change that was read.
 */
const checkpointSchema = z.object({
  cursor: z.string().nullable(),
  seenUntil: stamp.nullable(),
});
type Checkpoint = z.infer<typeof checkpointSchema>;

/** Reads one model page by page in the order of change; see `PlatformSession.pull`. */
export async function* pullModel(
  client: SandboxClient,
  model: RecordModel,
  request: PullRequest,
): AsyncGenerator<PulledPage> {
  const begin = checkpointSchema.safeParse(request.cursor).data ?? null;
  const isResumed = begin !== null && begin.cursor !== null;
  let { cursor, seenUntil }: Checkpoint =
    begin && (isResumed || !request.full) ? begin : { cursor: null, seenUntil: null };
  const since = cursor === null && seenUntil !== null ? new Date(Date.parse(seenUntil) - overlapMs) : null;
  const pageSize = String(sandboxDefinition.models.find((one) => one.model === model)?.pageSize ?? 100);
  do {
    const page = await client.list(
      paths[model],
      {
        page_size: pageSize,
        ...(cursor === null ? since && { modified_since: since.toISOString() } : { cursor }),
      },
      request.signal,
    );
    cursor = page.next_cursor;
    seenUntil = latest(page.data, seenUntil);
    yield { records: notBefore(page.data, model, request.syncFrom), checkpoint: { cursor, seenUntil } };
  } while (cursor !== null);
}

/**
 * The latest readable stamp, at most this moment: a record stamped in the future must not hide what changes before then.
 */
function latest(records: readonly unknown[], before: string | null): string | null {
  const now = new Date().toISOString();
  let last = before;
  for (const record of records) {
    const modified = fieldOf(record, 'modified');
    if (typeof modified !== 'string' || !stamp.safeParse(modified).success) continue;
    if (last === null || modified > last) last = modified < now ? modified : now;
  }
  return last;
}

/** Without records dated before a day. One whose date can't be read stays, so that it is kept aside and seen. */
function notBefore(records: readonly unknown[], model: RecordModel, from: Date | null): readonly unknown[] {
  const field = dateFields[model];
  if (!field || !from) return records;
  const day = from.toISOString().slice(0, 10);
  return records.filter((record) => {
    const date = fieldOf(record, field);
    return typeof date !== 'string' || date >= day;
  });
}

/** A field of something that may be anything. */
export function fieldOf(record: unknown, field: string): unknown {
  return typeof record === 'object' && record !== null ? (record as Record<string, unknown>)[field] : undefined;
}
