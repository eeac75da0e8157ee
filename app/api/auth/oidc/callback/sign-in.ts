import { openMemberInvitation } from '@/lib/auth/member-invitation-gate.ts';
import { finishOidc, type Identity } from '@/lib/auth/oidc.ts';
import type { OidcFlow } from '@/lib/auth/oidc-flow.ts';
import type { SessionToken } from '@/lib/auth/session-cookie.ts';
import { openSession } from '@/lib/auth/session-row.ts';
import type { SystemContext } from '@/lib/context.ts';
import { joinWithIdentity, personOfIdentity } from '@/lib/domain/identities/sign-in.ts';
import { asAppError } from '@/lib/http/fault.ts';

/** Why nobody is signed in; the sign-in page says it in words. */
export type SignInProblem = 'refused' | 'unavailable' | 'unknown-person' | 'nowhere' | 'invitation';

interface Browser {
  address: string | null;
  userAgent: string | null;
  requestId: string;
  now: Date;
}

/** Opens a session for whom the provider vouches, who may be about to join an organisation. */
export async function signInWithOidc(
  search: string,
  flow: OidcFlow,
  browser: Browser,
): Promise<{ ok: true; session: SessionToken } | { ok: false; problem: SignInProblem }> {
  const outcome = await finishOidc(search, flow);
  if (!outcome.ok) return outcome;
  const person = flow.invitation
    ? await join(flow.invitation, outcome.identity, browser)
    : await personOfIdentity(installation(browser), outcome.identity);
  if (!person) return { ok: false, problem: flow.invitation ? 'invitation' : 'unknown-person' };
  const session = await openSession(person.userId, browser).catch(nullIfRefused);
  return session ? { ok: true, session } : { ok: false, problem: 'nowhere' };
}

/** A refusal with a meaning becomes a problem that the sign-in page says; every other fault stays one. */
function nullIfRefused(error: unknown): null {
  if (asAppError(error)) return null;
  throw error;
}

/** Null where the invitation is over or for somebody else. */
async function join(token: string, identity: Identity, browser: Browser): Promise<{ userId: string } | null> {
  const access = await openMemberInvitation(token, browser);
  if (access.state !== 'open') return null;
  const { id: invitationId } = access.invitation;
  return joinWithIdentity(access.ctx, { invitationId, vouched: identity }).catch(nullIfRefused);
}

const installation = ({ requestId, now }: Browser): SystemContext => ({
  actor: { type: 'system', id: 'single-sign-on', label: 'Single sign-on' },
  requestId,
  now,
  door: 'console',
});
