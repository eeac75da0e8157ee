import * as client from 'openid-client';
import { z } from 'zod';
import { env } from '../env.ts';
import { log } from '../log.ts';
import type { OidcFlow } from './oidc-flow.ts';

/** Who somebody is, as the provider vouches for it. */
export interface Identity {
  issuer: string;
  /** The provider's own id of the person. */
  subject: string;
  /** In lower case; null when the provider does not say it. */
  email: string | null;
  isEmailVerified: boolean;
  name: string | null;
}

/** What came of a visit to the provider. */
export type OidcOutcome = { ok: true; identity: Identity } | { ok: false; problem: 'refused' | 'unavailable' };

const timeoutSeconds = 10;
let known: { issuer: string; configuration: Promise<client.Configuration> } | undefined;

/** What the button of single sign-on is called; null where it is not set up. */
export const singleSignOnName = (): string | null => env().oidc?.name ?? null;

/** The provider's addresses and keys, asked for once a process; after a failure the next sign-in asks again. */
function provider(): Promise<client.Configuration> {
  const { oidc } = env();
  if (!oidc) throw new Error('Single sign-on is not set up');
  if (known?.issuer !== oidc.issuer) {
    const { issuer, clientId, clientSecret } = oidc;
    const configuration = client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: timeoutSeconds,
      // Settings allow plain http for a provider on this machine alone.
      execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
    });
    known = { issuer, configuration };
    configuration.catch(() => {
      known = undefined;
    });
  }
  return known.configuration;
}

/** Where the provider sends people back to. */
const callbackUrl = () => `${env().publicUrl}/api/auth/oidc/callback`;

/** Where to send somebody, and what this browser must bring back. Null when the provider can't be asked. */
export async function beginOidc(
  goal: Pick<OidcFlow, 'next' | 'invitation'>,
): Promise<{ url: URL; flow: OidcFlow } | null> {
  const configuration = await provider().catch(unreachable);
  if (!configuration) return null;
  const flow = {
    ...goal,
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: callbackUrl(),
    scope: 'openid email profile',
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
  });
  return { url, flow };
}

/** Exchanges what the provider sent somebody back with (`?code=…&state=…`) for who they are. */
export async function finishOidc(search: string, flow: OidcFlow): Promise<OidcOutcome> {
  try {
    const configuration = await provider();
    const tokens = await client.authorizationCodeGrant(configuration, new URL(`${callbackUrl()}${search}`), {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no ID token');
    // Most providers say the e-mail address only there.
    const more =
      claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
    return { ok: true, identity: identityOf({ ...more, ...claims }) };
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError) return { ok: false, problem: 'refused' };
    unreachable(error);
    return { ok: false, problem: 'unavailable' };
  }
}

const profile = z.object({
  iss: z.string(),
  sub: z.string(),
  email: z.string().toLowerCase().nullish().catch(null),
  // Some providers send it as text.
  email_verified: z.union([z.boolean(), z.literal('true').transform(() => true)]).catch(false),
  name: z.string().trim().nullish().catch(null),
});

function identityOf(claims: unknown): Identity {
  const { iss, sub, email, email_verified: isEmailVerified, name } = profile.parse(claims);
  return { issuer: iss, subject: sub, email: email || null, isEmailVerified, name: name || null };
}

function unreachable(error: unknown): null {
  log().error({ err: error }, 'single sign-on failed');
  return null;
}
