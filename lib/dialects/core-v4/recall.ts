import type { Context } from '../../context.ts';
import { findAudited } from '../../domain/audit/data.ts';
import type { OperationInput, RequestClaim } from '../../http/operation.ts';

/**
 * An operation's `recall` by the audit row of what it does: `read` gives its result again, by the id that the row speaks
 * of and by what was sent.
 */
export function recallBy<P, Q, B, R>(
  action: string,
  read: (ctx: Context, input: OperationInput<P, Q, B>, subjectId: string) => Promise<R>,
) {
  return async (ctx: Context, input: OperationInput<P, Q, B>, claim: RequestClaim): Promise<{ result: R } | null> => {
    const done = await findAudited(ctx, { action, requestId: claim.requestId, at: claim.at });
    return done && { result: await read(ctx, input, done.subjectId ?? '') };
  };
}

/** The same for an operation with nothing to return. */
export function recallDone(action: string) {
  return async (ctx: Context, _input: unknown, claim: RequestClaim): Promise<{ result: undefined } | null> => {
    const done = await findAudited(ctx, { action, requestId: claim.requestId, at: claim.at });
    return done && { result: undefined };
  };
}
