import { createHmac, randomBytes } from 'node:crypto';

/** What a request is signed with. */
export interface SigningKeys {
  /** The account id, in capitals and with `_`; not part of the signature. */
  realm: string;
  consumerKey: string;
  consumerSecret: string;
  token: string;
  tokenSecret: string;
}

/** The Authorization header of one request (OAuth 1.0, HMAC-SHA256). The address's query is signed, a JSON body is not. */
export function authorizationHeader(
  keys: SigningKeys,
  method: string,
  address: string,
  /** `timestamp` in seconds. */
  once = { nonce: randomBytes(16).toString('hex'), timestamp: Math.floor(Date.now() / 1000) },
): string {
  const oauth = {
    oauth_consumer_key: keys.consumerKey,
    oauth_nonce: once.nonce,
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(once.timestamp),
    oauth_token: keys.token,
    oauth_version: '1.0',
  };
  const key = `${percentEncoded(keys.consumerSecret)}&${percentEncoded(keys.tokenSecret)}`;
  const signature = createHmac('sha256', key)
    .update(signatureBase(method, address, oauth))
    .digest('base64');
  return `OAuth ${Object.entries({ realm: keys.realm, ...oauth, oauth_signature: signature })
    .map(([name, value]) => `${name}="${percentEncoded(value)}"`)
    .join(', ')}`;
}

/** RFC 5849, section 3.4.1: method, address without its query, and all parameters in the order of their encoded names. */
export function signatureBase(method: string, address: string, oauth: Readonly<Record<string, string>>): string {
  const { origin, pathname, searchParams } = new URL(address);
  const parameters = [...searchParams, ...Object.entries(oauth)]
    .map(([name, value]) => [percentEncoded(name), percentEncoded(value)] as const)
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
    .map((pair) => pair.join('='));
  return [method.toUpperCase(), origin + pathname, parameters.join('&')].map(percentEncoded).join('&');
}

/** RFC 3986: encodeURIComponent leaves five marks alone that must be encoded. */
const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
