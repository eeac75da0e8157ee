import { randomUUID } from 'node:crypto';
import { type Answer, Refusal } from '../../http.ts';

/** What faults and shared parts of the sandbox say, in the codes of this wire. */
const codes: Record<string, string> = {
  token_missing: 'Authentication_InvalidCredentials',
  token_invalid: 'Authentication_InvalidCredentials',
  token_expired: 'Authentication_InvalidCredentials',
  permission_denied: 'Authorization_RequestDenied',
  rate_limited: 'Application_TooManyRequests',
  internal_error: 'Internal_ServerError',
  unavailable: 'Internal_ServerError',
  bad_json: 'BadRequest',
  unsupported_media_type: 'BadRequest',
  method_not_allowed: 'BadRequest_MethodNotAllowed',
  body_too_large: 'BadRequest',
};

/** A refusal as an OData error: a code, and a message that ends with the id of the exchange. */
export function odataError(refusal: Refusal): Answer {
  const { status, code, message, book } = refusal;
  return {
    status,
    // Retry-After is documented for 502 and 503 only.
    headers: status === 502 || status === 503 ? refusal.headers : withoutRetryAfter(refusal.headers),
    body: { error: { code: codes[code] ?? code, message: `${message}  CorrelationId:  ${randomUUID()}.` } },
    book,
  };
}

function withoutRetryAfter({ 'retry-after': _, ...headers }: Record<string, string>): Record<string, string> {
  return headers;
}

export const badRequest = (message: string, code = 'BadRequest') => new Refusal(400, code, message);
export const notFound = (message: string) => new Refusal(404, 'BadRequest_ResourceNotFound', message);
