import { randomUUID } from 'node:crypto';
import type { Role } from '../../db/schema/enums.ts';
import { type Context, makeContext } from '../context.ts';
import { decodeSession } from './session-cookie.ts';
import { findSession, type LiveSession, peekSession } from './session-row.ts';

/** A signed-in person and the organisation their browser looks at. */
export interface SignedIn {
  ctx: Context;
  sessionId: string;
  user: { id: string; email: string; name: string };
  organisation: { id: number; name: string; timeZone: string; isDemo: boolean };
  role: Role;
  /** Every organisation the person belongs to, by name. */
  organisations: { id: number; name: string; role: Role }[];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The session a cookie's value names, as a Context of the console; null when it does not hold. */
export async function readSession(cookie: string | undefined, head: Headers): Promise<SignedIn | null> {
  const token = await decodeSession(cookie);
  if (!token) return null;
  const now = new Date();
  const session = await findSession(token, now);
  return session && asSignedIn(session, { requestId: requestIdOf(head), now });
}

/**
 * Whether a cookie's session still holds and looks at that organisation; asked by what goes on by itself, so that it is no
 * use of the session.
 */
export async function stillLooksAt(cookie: string | undefined, organisationId: number): Promise<boolean> {
  const token = await decodeSession(cookie);
  const session = token && (await peekSession(token, new Date()));
  return session?.organisation.id === organisationId;
}

function asSignedIn(session: LiveSession, request: { requestId: string; now: Date }): SignedIn {
  const { user, organisation } = session;
  return {
    ctx: makeContext({
      organisationId: organisation.id,
      actor: { type: 'user', id: user.id, label: user.name, role: organisation.role },
      requestId: request.requestId,
      now: request.now,
      door: 'console',
    }),
    sessionId: session.sessionId,
    user,
    organisation: {
      id: organisation.id,
      name: organisation.name,
      timeZone: organisation.timeZone,
      isDemo: organisation.isDemo,
    },
    role: organisation.role,
    organisations: session.organisations.map(({ id, name, role }) => ({ id, name, role })),
  };
}

/** The caller's X-Request-Id when it is a uuid, else a new one. */
export function requestIdOf(head: Headers): string {
  const given = head.get('x-request-id');
  return given && uuid.test(given) ? given : randomUUID();
}
