import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { cookieName, cookieOptions, sessionSecret } from './session-cookie.ts';

/** How long somebody may take at the provider. */
const lifetimeSeconds = 600;

const flowSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** A path of this site to go to afterwards. */
  next: z.string(),
  /** The token of the invitation that is to be used. */
  invitation: z.string().nullable(),
});

/** What a browser that is on its way to the provider must bring back, so that nobody else finishes its sign-in. */
export type OidcFlow = z.infer<typeof flowSchema>;

export const oidcCookieName = (): string => cookieName('oidc');

export const oidcCookieOptions = () => ({ ...cookieOptions(), path: '/api/auth/oidc', maxAge: lifetimeSeconds });

/** The cookie's value: an encrypted JWT. */
export const encodeFlow = (flow: OidcFlow): Promise<string> =>
  encode({ token: { ...flow }, secret: sessionSecret(), maxAge: lifetimeSeconds });

/** What a cookie's value says; null when it was not made here, was changed, or is too old. */
export async function decodeFlow(value: string | undefined): Promise<OidcFlow | null> {
  if (!value) return null;
  const parsed = flowSchema.safeParse(await decode({ token: value, secret: sessionSecret() }).catch(() => null));
  return parsed.success ? parsed.data : null;
}
