import { randomUUID } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { setSessionCookie } from '@/lib/auth/browser-session.ts';
import { addressOf } from '@/lib/auth/client-address.ts';
import { singleSignOnName } from '@/lib/auth/oidc.ts';
import { decodeFlow, oidcCookieName, oidcCookieOptions } from '@/lib/auth/oidc-flow.ts';
import { signInWithOidc } from './sign-in.ts';

/** Where the provider of single sign-on sends a browser back to. */
export async function GET(request: NextRequest): Promise<Response> {
  if (!singleSignOnName()) redirect('/sign-in');
  const jar = await cookies();
  const flow = await decodeFlow(jar.get(oidcCookieName())?.value);
  jar.set(oidcCookieName(), '', { ...oidcCookieOptions(), maxAge: 0 });
  if (!flow) redirect('/sign-in?sso=expired');
  const head = await headers();
  const outcome = await signInWithOidc(request.nextUrl.search, flow, {
    address: addressOf(head),
    userAgent: head.get('user-agent'),
    requestId: randomUUID(),
    now: new Date(),
  });
  if (!outcome.ok) redirect(`/sign-in?sso=${outcome.problem}`);
  await setSessionCookie(outcome.session);
  redirect(flow.invitation ? '/' : flow.next);
}
