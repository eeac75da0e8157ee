import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { resetEnv } from '../../env.ts';

/** Somebody whom the provider knows, by the name they sign in with there. */
export interface ProviderPerson {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

export interface OidcPeer {
  issuer: string;
  people: Map<string, ProviderPerson>;
  /** Signs in at the provider as a browser that was sent to `url` would; answers where it is sent back to. */
  visit: (url: URL, login: string) => Promise<URL>;
  /** The same for somebody who turns back at the provider's own page. */
  turnBack: (url: URL) => Promise<URL>;
  stop: () => Promise<void>;
}

const client = { id: 'hub', secret: 'a secret of the hub alone' };

/** A provider of OpenID Connect of a test's own, which this process is told to use. */
export async function startOidcProvider(redirectUri: string): Promise<OidcPeer> {
  const peer = await serveOidcProvider(redirectUri);
  setProvider(peer.issuer);
  return peer;
}

/** A provider that demands PKCE, and says e-mail and name at its userinfo endpoint only. */
export async function serveOidcProvider(redirectUri: string): Promise<OidcPeer> {
  const people = new Map<string, ProviderPerson>();
  // The issuer's address has the port, so that the server is there before the provider.
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    cookies: { keys: ['a key of this test'] },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    people,
    visit: (url, login) => visit(url, redirectUri, login),
    turnBack: (url) => visit(url, redirectUri, null),
    stop: () => stop(server),
  };
}

/** What an installation is told to use a provider. */
export const providerSettings = (issuer: string) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: client.id,
  OIDC_CLIENT_SECRET: client.secret,
});

/** Tells this process to use a provider. */
export function setProvider(issuer: string): void {
  Object.assign(process.env, providerSettings(issuer));
  resetEnv();
}

/** Follows the provider's redirects, answers its pages, and stops where it leads back to the client. */
async function visit(start: URL, redirectUri: string, login: string | null): Promise<URL> {
  const jar = new Map<string, string>();
  let step: Step = { url: start };
  for (let steps = 0; steps < 15; steps++) {
    if (step.url.href.startsWith(redirectUri)) return step.url;
    const response = await fetch(step.url, {
      method: step.form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(step.form && { body: step.form }),
    });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    const location = response.headers.get('location');
    step = location ? { url: new URL(location, step.url) } : answer(await pageOf(response), step.url, login);
  }
  throw new Error(`The provider leads nowhere from ${step.url.href}`);
}

interface Step {
  url: URL;
  form?: URLSearchParams;
}

async function pageOf(response: Response): Promise<string> {
  const page = await response.text();
  if (!response.ok) throw new Error(`The provider answered ${response.status}: ${page}`);
  return page;
}

/** What is sent from a page of the provider, which asks first who it is, then whether the client may know. */
function answer(page: string, at: URL, login: string | null): Step {
  const [way, action] = [/href="([^"]+\/abort)"/.exec(page)?.[1], /<form[^>]* action="([^"]+)"/.exec(page)?.[1]];
  if (login === null) return { url: new URL(way ?? '', at) };
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
  return { url: new URL(action ?? '', at), form: new URLSearchParams({ prompt, login, password: 'any' }) };
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === '') jar.delete(name);
  else jar.set(name, value);
}

const stop = async (server: Server) => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
};
