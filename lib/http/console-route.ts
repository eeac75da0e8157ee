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

/**
 * A JSON route of the console's live parts: session, then `read`, answered uncached. A fault is `{ message, requestId }`.
 */
export function consoleRoute<P = Record<never, string>>(
  read: (session: SignedIn, request: Request, params: P) => Promise<unknown>,
) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    const headers = { 'cache-control': 'no-store' };
    try {
      const session = await contextFromRequest(request);
      return Response.json(await read(session, request, await params), { headers });
    } catch (error) {
      const fault = asAppError(error);
      const requestId = crypto.randomUUID();
      if (fault) {
        return Response.json({ message: fault.message, requestId }, { status: statuses[fault.code] ?? 400, headers });
      }
      log().error({ err: forLog(error), requestId }, 'console route failed');
      return Response.json({ message: 'Something went wrong on our side', requestId }, { status: 500, headers });
    }
  };
}
