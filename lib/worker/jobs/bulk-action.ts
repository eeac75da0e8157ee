import { z } from 'zod';
import { type Context, makeContext } from '../../context.ts';
import {
  claimBulkAction,
  doRow,
  endOrGoOn,
  failRow,
  type RunningAction,
  waitingRows,
} from '../../domain/bulk-actions/working-off.ts';
import { AppError } from '../../errors.ts';
import { log } from '../../log.ts';

const payloadSchema = z.object({ bulkActionId: z.uuid() });

/** Companies that one queue entry works off before others have their turn. */
const turn = 100;

/**
 * Works off the next companies of a bulk action as the person who asked for it; what is left queues itself. Each company
 * is done in a transaction of its own, so that a stop or a crash at any moment leaves none half done or done twice. A
 * refusal is the company's result, and so is a fault that nobody expected, so that one company does not hold up the
 * others. Where the result can't be written either, as when the database is away, the queue tries again.
 */
export async function bulkActionJob(payload: unknown, signal: AbortSignal): Promise<void> {
  const action = await claimBulkAction({ ...payloadSchema.parse(payload), now: new Date() });
  if (!action) return;
  for (const companyId of await waitingRows(action, turn)) {
    if (signal.aborted) break;
    await workOff(action, companyId);
  }
  await endOrGoOn(action, { now: new Date() });
}

const unexpected = 'Something went wrong on our side, and nothing was changed. Try it again for this company.';

async function workOff(action: RunningAction, companyId: number): Promise<void> {
  const ctx = contextOf(action);
  try {
    await doRow(ctx, action, companyId);
  } catch (error) {
    if (!(error instanceof AppError))
      log().error({ err: error, bulkActionId: action.id, companyId }, 'a bulk action failed');
    await failRow(ctx, action, companyId, error instanceof AppError ? error.message : unexpected);
  }
}

const contextOf = (action: RunningAction): Context =>
  makeContext({
    organisationId: action.organisationId,
    actor: { type: 'user', id: action.userId, label: action.requestedBy, role: action.role },
    requestId: action.requestId,
    now: new Date(),
    door: 'console',
  });
