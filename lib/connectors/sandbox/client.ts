import type { z } from 'zod';
import { env } from '../../env.ts';
import { OutboundError, type OutboundResponse, outboundFetch } from '../../http/outbound.ts';
import { ConnectorError } from '../errors.ts';
import type { Credentials } from '../types.ts';
import { listAnswer, type TokenAnswer, tokenAnswer } from './api-types.ts';
import { failureOf, failureOfOutbound, improperAnswer } from './failures.ts';

/** An open session with one book: it holds the access token and renews it when the platform says that it has ended. */
export interface SandboxClient {
  /** One page of a list. Throws ConnectorError; when `signal` is aborted, its reason. */
  list(path: string, query: Record<string, string>, signal: AbortSignal): Promise<z.infer<typeof listAnswer>>;
}

/** Signs in with company key and secret. Throws ConnectorError. */
export async function signIn(credentials: Credentials): Promise<TokenAnswer> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: credentials.companyKey ?? '',
    client_secret: credentials.secret ?? '',
  });
  const exchange = { method: 'POST', path: '/oauth/token' };
  const response = await send(exchange, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    carriesSecrets: true,
  });
  if (response.status !== 200) throw failureOf(exchange, response);
  return readAnswer(tokenAnswer, exchange, response);
}

/**
 * Signs in and checks that it leads to the expected book. Throws ConnectorError, wrong-company among them. The check is
 * made again with every renewed token.
 */
export async function openClient(
  credentials: Credentials,
  expected: { entityId: string | null },
): Promise<SandboxClient> {
  const renew = async () => {
    const answer = await signIn(credentials);
    if (expected.entityId !== null && answer.book_id !== expected.entityId) {
      throw new ConnectorError(
        'wrong-company',
        `The sign-in leads to ${answer.book_name}, not to the company connected`,
      );
    }
    return answer.access_token;
  };
  let token = await renew();

  return {
    list: async (path, query, signal) => {
      const exchange = { method: 'GET', path };
      const ask = () =>
        send(exchange, { headers: { authorization: `Bearer ${token}` }, signal }, new URLSearchParams(query));
      let response = await ask();
      if (response.status === 401) {
        // Tokens are short-lived. One renewal a request: a token that is refused while fresh is a matter of credentials.
        token = await renew();
        response = await ask();
      }
      if (response.status !== 200) throw failureOf(exchange, response);
      return readAnswer(listAnswer, exchange, response);
    },
  };
}

interface Exchange {
  method: string;
  path: string;
}

async function send(
  { method, path }: Exchange,
  request: { headers: Record<string, string>; body?: string; signal?: AbortSignal; carriesSecrets?: boolean },
  query?: URLSearchParams,
): Promise<OutboundResponse> {
  const { sandboxUrl } = env();
  if (!sandboxUrl) throw new ConnectorError('platform-down', 'The sandbox is not running in this installation');
  request.signal?.throwIfAborted();
  try {
    return await outboundFetch(`${sandboxUrl.replace(/\/+$/, '')}${path}${query?.size ? `?${query}` : ''}`, {
      method,
      ...request,
    });
  } catch (error) {
    request.signal?.throwIfAborted();
    if (error instanceof OutboundError) throw failureOfOutbound({ method, path }, error);
    throw error;
  }
}

function readAnswer<S extends z.ZodType>(schema: S, exchange: Exchange, response: OutboundResponse): z.infer<S> {
  const parsed = schema.safeParse(parseJson(response.text));
  if (!parsed.success) throw improperAnswer(exchange, response.status);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
