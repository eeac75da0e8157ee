import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { beginOidc, singleSignOnName } from '@/lib/auth/oidc.ts';
import { encodeFlow, oidcCookieName, oidcCookieOptions } from '@/lib/auth/oidc-flow.ts';
import { localPath } from '@/lib/auth/site-path.ts';

/** Sends a browser to the provider of single sign-on, with `next` or `invitation` as what is meant by it. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams;
  if (!singleSignOnName()) redirect('/sign-in');
  const begun = await beginOidc({ next: localPath(query.get('next')), invitation: query.get('invitation') });
  if (!begun) redirect('/sign-in?sso=unavailable');
  (await cookies()).set(oidcCookieName(), await encodeFlow(begun.flow), oidcCookieOptions());
  redirect(begun.url.href);
}
