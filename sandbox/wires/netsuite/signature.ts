import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Call, Refusal } from '../../http.ts';
import type { Book } from '../../state/book.ts';
import { bookOfAccount, keysOf } from './account.ts';
import type { NetsuiteWire } from './netsuite-wire.ts';
import { toleranceSeconds } from './nonces.ts';
import { netsuiteRefusal } from './refusal.ts';

const needed = [
  'oauth_consumer_key',
  'oauth_token',
  'oauth_signature_method',
  'oauth_timestamp',
  'oauth_nonce',
  'oauth_signature',
] as const;

/**
 * The book of a signed request (OAuth 1.0, HMAC-SHA256). Throws Refusal 401 `INVALID_LOGIN`, which does not say what is
 * wrong: not signed, another realm, unknown keys, an old or future time, a nonce used before, a signature that does not fit.
 */
export function signedBook(call: Call, wire: NetsuiteWire): Book {
  const oauth = readHeader(call.header('authorization') ?? '');
  const book = bookOfAccount(wire.store, oauth.get('realm') ?? '');
  const isSigned = book && needed.every((name) => oauth.get(name)) && isFresh(oauth, wire) && fits(call, oauth, book);
  if (!isSigned) throw invalidLogin();
  const [token = '', nonce = ''] = [oauth.get('oauth_token'), oauth.get('oauth_nonce')];
  const now = wire.now().getTime() / 1000;
  if (!wire.nonces.use(token, Number(oauth.get('oauth_timestamp')), nonce, now)) throw invalidLogin();
  return book;
}

const advice =
  'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail.';

export const invalidLogin = (): Refusal =>
  netsuiteRefusal(401, 'INVALID_LOGIN', advice, {}, { 'www-authenticate': 'OAuth error="token_rejected"' });

function readHeader(header: string): Map<string, string> {
  const [scheme, ...rest] = header.split(' ');
  const parts = scheme === 'OAuth' ? rest.join(' ').split(',') : [];
  const oauth = new Map<string, string>();
  for (const part of parts) {
    const [, name, value] = /^\s*(\w+)="((?:[^"%]|%[0-9A-Fa-f]{2})*)"\s*$/.exec(part) ?? [];
    // One name given twice or a part of another form makes the whole header void.
    if (name === undefined || oauth.has(name)) return new Map();
    oauth.set(name, decoded(value ?? ''));
  }
  return oauth;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function isFresh(oauth: Map<string, string>, wire: NetsuiteWire): boolean {
  const timestamp = oauth.get('oauth_timestamp') ?? '';
  const nonce = oauth.get('oauth_nonce') ?? '';
  const distance = Math.abs(wire.now().getTime() / 1000 - Number(timestamp));
  return /^\d+$/.test(timestamp) && distance <= toleranceSeconds && nonce.length >= 6 && nonce.length <= 64;
}

function fits(call: Call, oauth: Map<string, string>, book: Book): boolean {
  const keys = keysOf(book);
  if (oauth.get('oauth_consumer_key') !== keys.consumerKey || oauth.get('oauth_token') !== keys.tokenId) return false;
  if (oauth.get('oauth_signature_method') !== 'HMAC-SHA256' || (oauth.get('oauth_version') ?? '1.0') !== '1.0') {
    return false;
  }
  const key = `${encode(keys.consumerSecret)}&${encode(keys.tokenSecret)}`;
  const expected = createHmac('sha256', key).update(baseString(call, oauth)).digest();
  const given = Buffer.from(oauth.get('oauth_signature') ?? '', 'base64');
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}

/** RFC 5849 §3.4.1: of the method, the address without query, and the parameters, those of the query among them. */
function baseString(call: Call, oauth: Map<string, string>): string {
  const own = [...oauth].filter(([name]) => name !== 'realm' && name !== 'oauth_signature');
  const pairs = [...call.url.searchParams, ...own]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
    .map((pair) => pair.join('='));
  const address = `http://${call.header('host')}${call.url.pathname}`;
  return [call.method, encode(address), encode(pairs.join('&'))].join('&');
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
