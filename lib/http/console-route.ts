import { contextFromRequest, type SignedIn } from '../auth/session-gate.ts';
import type { ErrorCode } from '../errors.ts';
import { log } from '../log.ts';
import { asAppError, forLog } from './fault.ts';

const statuses: Partial<Record<ErrorCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
};

/** What the console reads is the viewer's alone and true only now. */
export const uncached = { 'cache-control': 'no-store' };

/**
 * A JSON route of the console's live parts: session, then `read`, answered uncached. A fault is `{ message, requestId }`.
 */
export function consoleRoute<P = Record<never, string>>(
  read: (session: SignedIn, request: Request, params: P) => Promise<unknown>,
) {
  return gatedRoute<P>(async (session, request, params) =>
    Response.json(await read(session, request, params), { headers: uncached }),
  );
}

/** The gate of a console route that makes its own answer: session first, and faults in words. */
export function gatedRoute<P>(answer: (session: SignedIn, request: Request, params: P) => Promise<Response>) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    try {
      const session = await contextFromRequest(request);
      return await answer(session, request, await params);
    } catch (error) {
      const fault = asAppError(error);
      const requestId = crypto.randomUUID();
      if (fault) {
        const status = statuses[fault.code] ?? 400;
        return Response.json({ message: fault.message, requestId }, { status, headers: uncached });
      }
      log().error({ err: forLog(error), requestId }, 'console route failed');
      const message = 'Something went wrong on our side';
      return Response.json({ message, requestId }, { status: 500, headers: uncached });
    }
  };
}
