import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { db } from '../../../../../db/client.ts';
import { auditLog } from '../../../../../db/schema/audit.ts';
import type { Role } from '../../../../../db/schema/enums.ts';
import { userIdentities, users } from '../../../../../db/schema/members.ts';
import { createTestDatabase } from '../../../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../../../db/testing/factories.ts';
import { beginOidc } from '../../../../../lib/auth/oidc.ts';
import { decodeFlow, encodeFlow, type OidcFlow } from '../../../../../lib/auth/oidc-flow.ts';
import { encodeSession } from '../../../../../lib/auth/session-cookie.ts';
import { findSession } from '../../../../../lib/auth/session-row.ts';
import { type ProviderPerson, setProvider, startOidcProvider } from '../../../../../lib/auth/testing/oidc-provider.ts';
import { createMemberInvitation } from '../../../../../lib/domain/member-invitations/mutations.ts';
import { removeMember } from '../../../../../lib/domain/members/leaving.ts';
import { createMember } from '../../../../../lib/domain/members/mutations.ts';
import { env } from '../../../../../lib/env.ts';
import { signInWithOidc } from './sign-in.ts';

await createTestDatabase();

const peer = await startOidcProvider(`${env().publicUrl}/api/auth/oidc/callback`);
afterAll(() => peer.stop());

const browser = { address: '203.0.113.9', userAgent: null, requestId: 'r', now: new Date() };
const { organisationId } = await makeOrganisation();
let people = 0;
let login: string;
let email: string;

beforeEach(() => {
  setProvider(peer.issuer);
  login = `person-${++people}`;
  email = `${login}@books.example`;
});

const atProvider = (person: ProviderPerson = {}) =>
  peer.people.set(login, { email, email_verified: true, name: 'Ada Lovelace', ...person });
const member = (role: Role = 'operator') =>
  createMember(contextFor(organisationId, { role: 'owner' }), { email, name: 'Ada', password: 'quiet harbour', role });

async function begin(invitation: string | null = null) {
  const begun = await beginOidc({ next: '/companies', invitation });
  if (!begun) throw new Error('The provider was not reached');
  return begun;
}

/** The whole way: sent to the provider, signed in there, sent back. */
async function signIn(invitation: string | null = null) {
  const { url, flow } = await begin(invitation);
  const back = await peer.visit(url, login);
  return signInWithOidc(back.search, flow, browser);
}

async function userIdOf(outcome: Awaited<ReturnType<typeof signIn>>) {
  if (!outcome.ok) throw new Error(`Nobody is signed in: ${outcome.problem}`);
  return (await findSession(outcome.session, browser.now))?.user.id;
}

test('the provider is asked with state, nonce and PKCE, for who somebody is and nothing more', async () => {
  const { url, flow } = await begin();
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'hub',
    scope: 'openid email profile',
    state: flow.state,
    nonce: flow.nonce,
    code_challenge_method: 'S256',
  });
  expect(url.href).not.toContain(flow.verifier);
});

test('a member signs in by the address that the provider has verified, and is known by its id from then on', async () => {
  const { userId } = await member();
  atProvider({ email: email.toUpperCase() });
  expect(await userIdOf(await signIn())).toBe(userId);
  const heard = await db().select().from(auditLog).where(eq(auditLog.subjectId, userId));
  expect(heard.at(-1)).toMatchObject({
    organisationId,
    action: 'user.identity-linked',
    after: { issuer: peer.issuer },
  });
  atProvider({ email: 'married@books.example' });
  expect(await userIdOf(await signIn())).toBe(userId);
});

test.each([
  ['an address that was not verified', { email_verified: false }],
  ['no word on whether it was', { email_verified: undefined }],
  ['no address', { email: undefined }],
])('%s opens no account', async (_, person) => {
  await member();
  atProvider(person);
  expect(await signIn()).toEqual({ ok: false, problem: 'unknown-person' });
  expect(await db().select().from(userIdentities).where(eq(userIdentities.subject, login))).toEqual([]);
});

test('somebody without an account here gets none', async () => {
  atProvider();
  expect(await signIn()).toEqual({ ok: false, problem: 'unknown-person' });
  expect(await db().select().from(users).where(eq(users.email, email))).toEqual([]);
});

test('somebody who belongs to no organisation any more is told so', async () => {
  const { userId } = await member();
  await removeMember(contextFor(organisationId, { role: 'owner' }), { userId });
  atProvider();
  expect(await signIn()).toEqual({ ok: false, problem: 'nowhere' });
});

test('an address that went to another person at the provider does not open the account of the first', async () => {
  const { userId } = await member();
  atProvider();
  expect(await userIdOf(await signIn())).toBe(userId);
  login = `${login}-successor`;
  atProvider();
  expect(await signIn()).toEqual({ ok: false, problem: 'unknown-person' });
});

test('an answer to another browser, to an older question or a second time signs nobody in', async () => {
  await member();
  atProvider();
  const [mine, other] = [await begin(), await begin()];
  const back = await peer.visit(mine.url, login);
  const failed = { ok: false, problem: 'unavailable' };
  const finish = (flow: Partial<OidcFlow>) => signInWithOidc(back.search, { ...mine.flow, ...flow }, browser);
  expect(await finish({ state: other.flow.state })).toEqual(failed);
  // Each of these uses a code up, which the provider gives once.
  const again = async (flow: Partial<OidcFlow>) => {
    const begun = await begin();
    const { search } = await peer.visit(begun.url, login);
    return signInWithOidc(search, { ...begun.flow, ...flow }, browser);
  };
  expect(await again({ verifier: other.flow.verifier })).toEqual(failed);
  expect(await again({ nonce: other.flow.nonce })).toEqual(failed);
  expect(await finish({})).toMatchObject({ ok: true });
  expect(await finish({})).toEqual(failed);
});

test('who turns back at the provider is not signed in, and an outage is told from it', async () => {
  const { url, flow } = await begin();
  const back = await peer.turnBack(url);
  expect(await signInWithOidc(back.search, flow, browser)).toEqual({ ok: false, problem: 'refused' });
  // Port 1 answers nobody.
  setProvider('http://127.0.0.1:1');
  expect(await beginOidc({ next: '/', invitation: null })).toBeNull();
  expect(await signInWithOidc('?code=x&state=y', flow, browser)).toEqual({ ok: false, problem: 'unavailable' });
});

test('an invitation makes an account without a password for whom the provider vouches', async () => {
  atProvider();
  const owner = contextFor(organisationId, { role: 'owner' });
  const { url } = await createMemberInvitation(owner, { email, role: 'viewer' });
  const token = url.slice(url.lastIndexOf('/') + 1);
  const userId = await userIdOf(await signIn(token));
  const [user] = await db().select().from(users).where(eq(users.email, email));
  expect(user).toMatchObject({ id: userId, name: 'Ada Lovelace', passwordHash: null });
  expect(await signIn(token)).toEqual({ ok: false, problem: 'invitation' });
  expect(await userIdOf(await signIn())).toBe(userId);
});

test("an invitation for somebody else is not used by the provider's person, and stays", async () => {
  atProvider();
  const owner = contextFor(organisationId, { role: 'owner' });
  const { url } = await createMemberInvitation(owner, { email: `other-${email}`, role: 'admin' });
  const token = url.slice(url.lastIndexOf('/') + 1);
  expect(await signIn(token)).toEqual({ ok: false, problem: 'invitation' });
  login = `${login}-other`;
  atProvider({ email: `other-${email}` });
  expect(await signIn(token)).toMatchObject({ ok: true });
});

test('what a browser must bring back is kept from it, and a session cookie does not stand in for it', async () => {
  const { flow } = await begin('lm_x');
  const cookie = await encodeFlow(flow);
  expect(cookie).not.toContain(flow.verifier);
  expect(await decodeFlow(cookie)).toEqual(flow);
  expect(await decodeFlow(cookie.slice(0, -10))).toBeNull();
  const { userId } = await member();
  expect(await decodeFlow(await encodeSession({ userId, sessionId: crypto.randomUUID() }))).toBeNull();
  expect(await decodeFlow(undefined)).toBeNull();
});
