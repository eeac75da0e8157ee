import { z } from 'zod';
import { OutboundError, type OutboundResponse, outboundFetch } from '../../http/outbound.ts';
import { ConnectorError } from '../errors.ts';
import type { Credentials } from '../types.ts';
import { rpcAnswer, signInAnswer } from './api-types.ts';
import { type Exchange, failureOfError, failureOfOutbound, failureOfStatus, improperAnswer } from './failures.ts';
import { decode } from './wire-values.ts';

/** One remote call of a model, like `party.party.search_read`, or of a wizard, like `account.invoice.pay.create`. */
export interface RemoteCall<S extends z.ZodType> {
  kind?: 'model' | 'wizard';
  /** `<name>.<method>` */
  method: string;
  args: readonly unknown[];
  context: object;
  answer: S;
  signal?: AbortSignal;
}

/** A signed-in session with one database. */
export interface TrytonClient {
  /** Of every call, on the server: names the database. */
  path: string;
  /** Values are decoded (wire-values.ts). Signs in again once when the session has ended. Throws ConnectorError. */
  call<S extends z.ZodType>(call: RemoteCall<S>): Promise<z.infer<S>>;
  /** Ends the session. One that can't be ended times out by itself. */
  signOut(): Promise<void>;
}

/** A bad sign-in is answered after a pause of up to half a minute; a large page takes its time too. */
const timeoutMs = 90_000;

/**
 * The address without what the web client adds to it (`#database`), a query and trailing slashes; a path in front of
 * Tryton stays. Throws ConnectorError on something else.
 */
export function normaliseAddress(address: string): string {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) {
    throw failureOfOutbound({ path: '/', rpc: '-' }, new OutboundError('invalid-url', 'not an http address'));
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** Asks a server which Tryton it is, without a sign-in. Whatever fails here is the address's fault. */
export async function serverVersion(address: string): Promise<string> {
  const exchange = { path: '/', rpc: 'common.server.version' };
  try {
    const version = z
      .string()
      .regex(/^\d+\.\d+/)
      .safeParse(await post(address, exchange, []));
    if (!version.success) throw improperAnswer(exchange);
    return version.data;
  } catch (error) {
    // A busy server is one; all else that answers differently is no Tryton, or not where the address says.
    if (!(error instanceof ConnectorError) || error.field === 'address') throw error;
    throw new ConnectorError('platform-down', 'There is no Tryton server at this address.', {
      evidence: error.evidence,
      field: 'address',
      cause: error,
    });
  }
}

/** Opens a session with user and password. Throws ConnectorError. */
export async function signIn(credentials: Credentials): Promise<TrytonClient> {
  const { address = '', database = '', user = '', password = '' } = credentials;
  const path = `/${encodeURIComponent(database)}/`;
  const renew = async (signal?: AbortSignal) => {
    const exchange = { path, rpc: 'common.db.login' };
    const answer = signInAnswer.safeParse(await post(address, exchange, [user, { password }, 'en'], { signal }));
    if (!answer.success) throw improperAnswer(exchange);
    const [userId, token] = answer.data;
    // The name is for the server's log alone; a colon in it would break the header apart.
    return `Session ${Buffer.from(`${user.replaceAll(':', '_')}:${userId}:${token}`).toString('base64')}`;
  };
  let authorization = await renew();

  return {
    path,
    call: async ({ kind = 'model', method, args, context, answer, signal }) => {
      const exchange = { path, rpc: `${kind}.${method}` };
      const ask = () => post(address, exchange, [...args, context], { authorization, signal });
      const result = await ask().catch(async (error: unknown) => {
        if (!(error instanceof ConnectorError && error.evidence.status === 401)) throw error;
        // Sessions end: by age, by a sign-out elsewhere, by a change of the password.
        authorization = await renew(signal);
        return ask();
      });
      const parsed = answer.safeParse(result);
      if (!parsed.success) throw improperAnswer(exchange);
      return parsed.data;
    },
    signOut: async () => {
      await post(address, { path, rpc: 'common.db.logout' }, [], { authorization }).catch((error: unknown) => {
        if (!(error instanceof ConnectorError)) throw error;
      });
    },
  };
}

/** One exchange. The body has exactly these three keys: with any other the same server speaks another protocol. */
async function post(
  address: string,
  exchange: Exchange,
  params: readonly unknown[],
  { authorization, signal }: { authorization?: string; signal?: AbortSignal } = {},
): Promise<unknown> {
  signal?.throwIfAborted();
  let response: OutboundResponse;
  try {
    response = await outboundFetch(`${address}${exchange.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ id: 1, method: exchange.rpc, params }),
      timeoutMs,
      signal,
      carriesSecrets: exchange.rpc === 'common.db.login',
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof OutboundError) throw failureOfOutbound(exchange, error);
    throw error;
  }
  if (response.status !== 200) throw failureOfStatus(exchange, response);
  const answer = rpcAnswer.safeParse(parseJson(response.text));
  if (!answer.success) throw improperAnswer(exchange);
  if ('error' in answer.data) throw failureOfError(exchange, answer.data.error);
  return decode(answer.data.result);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
