import type { WriteState } from '../../../db/schema/enums.ts';
import type { WriteEvidence } from '../../../db/schema/writes.ts';
import type { Context } from '../../context.ts';
import { listWrites } from './data.ts';
import type { WriteView } from './schema.ts';
import type { WritableModel, WriteOperation } from './write-fields.ts';

/** A write as its run's page shows it. Moments are ISO 8601. */
export interface WriteRow {
  id: string;
  dataModel: WritableModel;
  operation: WriteOperation;
  state: WriteState;
  /** The record's id on the platform, once it has one. */
  platformId: string | null;
  fields: Record<string, unknown>;
  /** What was done about it, oldest first. */
  evidence: WriteEvidence[];
  failure: { message: string; field: string | null } | null;
  endedAt: string | null;
}

export interface WritePage {
  rows: WriteRow[];
  /** The cursor of the following page; null on the last. */
  next: string | null;
}

const writePageSize = 25;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One page of what a run wrote. A cursor that can't be read starts at the first page. */
export async function writePage(
  ctx: Context,
  input: { companyId: number; syncId: string; after: string | null },
): Promise<WritePage> {
  const { companyId, syncId, after } = input;
  const cursor = after && uuid.test(after) ? after : undefined;
  const page = await listWrites(ctx, { companyId, syncId, limit: writePageSize, cursor });
  return { rows: page.writes.map(writeRow), next: page.next };
}

const writeRow = (write: WriteView): WriteRow => ({
  id: write.id,
  dataModel: write.dataModel,
  operation: write.operation,
  state: write.state,
  platformId: write.platformId,
  fields: write.fields,
  evidence: write.evidence,
  failure: write.failure && { message: write.failure.message, field: write.failure.field },
  endedAt: write.endedAt?.toISOString() ?? null,
});
