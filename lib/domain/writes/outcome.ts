import { sqlClient } from '../../../db/client.ts';
import type { Integration, WriteState } from '../../../db/schema/enums.ts';
import type { StoredWriteFailure } from '../../../db/schema/writes.ts';
import type { Context } from '../../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { findByPlatformId } from '../records/pushed.ts';
import type { WriteAnswer } from './schema.ts';
import { asRefusal } from './write-failure.ts';
import type { WritableModel } from './write-fields.ts';

interface OutcomeRow {
  company_id: string;
  sync_id: string;
  integration: Integration;
  data_model: WritableModel;
  state: WriteState;
  platform_id: string | null;
  failure: StoredWriteFailure | null;
}

/**
 * How a PUSH sync's only write ended, as the request that asked for it would have been told. One that nobody waited for
 * is told by its sync. Throws what the request would have thrown, and conflict while it has not ended.
 */
export async function outcomeOfSync(ctx: Context, input: { syncId: string; isWaited: boolean }): Promise<WriteAnswer> {
  const { syncId } = input;
  if (!input.isWaited) return { syncId, record: null };
  const [row] = await sqlClient()<OutcomeRow[]>`
    select company_id, sync_id, integration, data_model, state, platform_id, failure from writes
    where organisation_id = ${ctx.organisationId} and sync_id = ${syncId}`;
  if (!row) throw notFound('Write');
  if (row.failure) throw asRefusal(row.failure, row.integration);
  if (row.state !== 'CONFIRMED' || !row.platform_id) {
    throw conflict(`It is not known yet what became of this write; ask again, or look at sync ${syncId}`);
  }
  const of = { companyId: Number(row.company_id), model: row.data_model, platformId: row.platform_id };
  return { syncId, record: await findByPlatformId(sqlClient(), of) };
}

/** The outcome of what a request asked for under its key, when its answer was lost; null when it stored no intent. */
export async function recallWrites(
  ctx: Context,
  claim: { key: string; requestId: string },
  input: { runAsync: boolean },
): Promise<WriteAnswer | null> {
  const [row] = await sqlClient()<{ sync_id: string }[]>`
    select sync_id from writes
    where organisation_id = ${ctx.organisationId} and idempotency_key = ${claim.key}
      and request_id = ${claim.requestId}
    order by created_at desc limit 1`;
  return row ? outcomeOfSync(ctx, { syncId: row.sync_id, isWaited: !input.runAsync }) : null;
}
