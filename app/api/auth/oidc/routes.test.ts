import { NextRequest } from 'next/server';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../../db/testing/factories.ts';
import { oidcCookieName } from '../../../../lib/auth/oidc-flow.ts';
import { decodeSession, sessionCookieName } from '../../../../lib/auth/session-cookie.ts';
import { setProvider, startOidcProvider } from '../../../../lib/auth/testing/oidc-provider.ts';
import { createMember } from '../../../../lib/domain/members/mutations.ts';
import { env, resetEnv } from '../../../../lib/env.ts';
import { GET as callback } from './callback/route.ts';
import { GET as start } from './start/route.ts';

// Next gives a route its cookies out of its own scope; here a browser's jar is put there by hand.
const jar = new Map<string, { value: string; options: { maxAge?: number; httpOnly?: boolean; path?: string } }>();
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'user-agent': 'Test browser' }),
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: { maxAge?: number }) => {
      if (options.maxAge === 0) jar.delete(name);
      else jar.set(name, { value, options });
    },
  }),
}));

await createTestDatabase();
const { publicUrl } = env();
const peer = await startOidcProvider(`${publicUrl}/api/auth/oidc/callback`);
afterAll(() => peer.stop());
beforeEach(() => {
  jar.clear();
  setProvider(peer.issuer);
});

/** Where a route leads. */
async function led(route: (request: NextRequest) => Promise<Response>, path: string): Promise<string> {
  const thrown = await route(new NextRequest(new URL(path, publicUrl))).catch((error: { digest?: string }) => error);
  const [kind, , to = ''] = String((thrown as { digest?: string }).digest).split(';');
  expect(kind).toBe('NEXT_REDIRECT');
  return to;
}

const { organisationId } = await makeOrganisation();
const email = 'ada@books.example';
const { userId } = await createMember(contextFor(organisationId, { role: 'owner' }), {
  email,
  name: 'Ada',
  password: 'quiet harbour lantern',
  role: 'operator',
});
peer.people.set('ada', { email, email_verified: true });

test('who comes back from the provider is signed in, at the page they wanted, and the flow is over', async () => {
  const away = await led(start, '/api/auth/oidc/start?next=/companies%3Fstatus%3Darchived');
  expect(jar.get(oidcCookieName())?.options).toMatchObject({ httpOnly: true, path: '/api/auth/oidc', maxAge: 600 });
  const back = await peer.visit(new URL(away), 'ada');
  expect(await led(callback, `/api/auth/oidc/callback${back.search}`)).toBe('/companies?status=archived');
  expect(await decodeSession(jar.get(sessionCookieName())?.value)).toMatchObject({ userId });
  expect(jar.has(oidcCookieName())).toBe(false);
});

test('another browser than the one that set out is not signed in', async () => {
  const away = await led(start, '/api/auth/oidc/start');
  const back = await peer.visit(new URL(away), 'ada');
  jar.clear();
  expect(await led(callback, `/api/auth/oidc/callback${back.search}`)).toBe('/sign-in?sso=expired');
  expect(jar.has(sessionCookieName())).toBe(false);
});

test('who is not known, or turns back, reads why on the sign-in page', async () => {
  const stranger = await peer.visit(new URL(await led(start, '/api/auth/oidc/start')), 'nobody');
  expect(await led(callback, `/api/auth/oidc/callback${stranger.search}`)).toBe('/sign-in?sso=unknown-person');
  const turned = await peer.turnBack(new URL(await led(start, '/api/auth/oidc/start')));
  expect(await led(callback, `/api/auth/oidc/callback${turned.search}`)).toBe('/sign-in?sso=refused');
  expect(jar.has(sessionCookieName())).toBe(false);
});

test('nobody is led to another site, and without single sign-on both lead to the sign-in page', async () => {
  const away = await led(start, '/api/auth/oidc/start?next=https%3A%2F%2Fevil.example');
  const back = await peer.visit(new URL(away), 'ada');
  expect(await led(callback, `/api/auth/oidc/callback${back.search}`)).toBe('/');
  delete process.env.OIDC_ISSUER;
  resetEnv();
  expect(await led(start, '/api/auth/oidc/start')).toBe('/sign-in');
  expect(await led(callback, '/api/auth/oidc/callback?code=x')).toBe('/sign-in');
});
