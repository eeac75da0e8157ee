import type { OutboundResponse } from '../../http/outbound.ts';
import { ConnectorError, type FailureClass } from '../errors.ts';
import type { AccessToken, Credentials } from '../types.ts';
import { addressesOf, apiScope } from './addresses.ts';
import { tokenAnswer, tokenErrorAnswer } from './api-types.ts';
import { improperAnswer, retryAfter } from './failures.ts';
import { send } from './send.ts';
import { parseJson } from './wire-json.ts';

/** Short, because whoever waits for the same token waits as long. */
const timeoutMs = 15_000;

/** Signs in as the application, for a token. Throws ConnectorError, naming the field of the form that is to blame. */
export async function requestToken(credentials: Credentials): Promise<AccessToken> {
  const address = addressesOf(credentials).token;
  const exchange = { method: 'POST', path: new URL(address).pathname };
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: credentials.clientId ?? '',
    client_secret: credentials.clientSecret ?? '',
    scope: apiScope,
  });
  const begun = Date.now();
  const response = await send(exchange, address, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    carriesSecrets: true,
    timeoutMs,
  });
  if (response.status !== 200) throw refusedSignIn(exchange, response);
  const answer = tokenAnswer.safeParse(parseJson(response.text)).data;
  if (!answer) throw improperAnswer(exchange, response.status);
  return { token: answer.access_token, expiresAt: new Date(begun + answer.expires_in * 1000) };
}

interface Refused {
  kind: FailureClass;
  field?: string;
  message: string;
}

/** By AADSTS number: what was wrong, and in which field of the form. */
const known = new Map<number, Refused>([
  [7000215, { kind: 'credentials', field: 'clientSecret', message: 'Microsoft does not accept this client secret' }],
  [7000222, { kind: 'credentials', field: 'clientSecret', message: 'The client secret has expired' }],
  [700016, { kind: 'credentials', field: 'clientId', message: 'There is no application with this id in the tenant' }],
  [90002, { kind: 'credentials', field: 'tenantId', message: 'There is no tenant with this id' }],
  [900023, { kind: 'credentials', field: 'tenantId', message: 'This is no id of a tenant' }],
]);

function refusedSignIn(exchange: { method: string; path: string }, response: OutboundResponse): ConnectorError {
  const error = tokenErrorAnswer.safeParse(parseJson(response.text)).data ?? null;
  const code = error?.error_codes.find((number) => known.has(number)) ?? error?.error_codes[0];
  const { kind, field, message } = known.get(code ?? 0) ?? byStatus(response.status, error?.error ?? '');
  return new ConnectorError(kind, message, {
    evidence: {
      ...exchange,
      status: response.status,
      platformCode: code === undefined ? error?.error : `AADSTS${code}`,
      platformMessage: error?.error_description.slice(0, 500),
    },
    retryAfterSeconds: kind === 'rate-limit' ? retryAfter(response.headers) : undefined,
    field,
    mayBeDone: false,
  });
}

function byStatus(status: number, error: string): Refused {
  if (status === 429) return { kind: 'rate-limit', message: 'Microsoft asked to wait before signing in again' };
  if (status >= 500 || error === 'temporarily_unavailable') {
    return { kind: 'platform-down', message: 'Microsoft’s sign-in could not be reached or did not answer properly' };
  }
  if (['invalid_scope', 'unsupported_grant_type', 'invalid_request'].includes(error)) {
    return { kind: 'bad-request', message: 'Microsoft’s sign-in did not understand a request' };
  }
  if (status === 400 || status === 401 || status === 403) {
    return { kind: 'credentials', message: 'Microsoft does not accept the sign-in of this application' };
  }
  return { kind: 'unknown', message: 'Microsoft’s sign-in gave an answer that is not known' };
}
