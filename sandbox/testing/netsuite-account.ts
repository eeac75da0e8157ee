import { createHmac, randomBytes } from 'node:crypto';
import type { Reply, TestSandbox } from './sandbox.ts';

/** What a test may do otherwise than a good client does. */
export interface SignedCall {
  body?: unknown;
  headers?: Record<string, string>;
  realm?: string;
  nonce?: string;
  /** Seconds. */
  timestamp?: number;
  consumerKey?: string;
  tokenSecret?: string;
  algorithm?: 'sha1' | 'sha256';
}

/** A client of a book's NetSuite account that signs by itself, as RFC 5849 says. */
export interface NetsuiteAccount {
  call(method: string, path: string, options?: SignedCall): Promise<Reply>;
  /** A query's rows. Throws where it is refused. */
  query(q: string, page?: string): Promise<Record<string, string>[]>;
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

export function netsuiteAccount(sandbox: TestSandbox, book: string): NetsuiteAccount {
  const call: NetsuiteAccount['call'] = (method, path, options = {}) =>
    sandbox.call(method, path, {
      body: options.body,
      headers: {
        prefer: 'transient',
        authorization: sign(sandbox.url + path, method, book, options),
        ...options.headers,
      },
    });
  return {
    call,
    query: async (q, page = '') => {
      const reply = await call('POST', `/services/rest/query/v1/suiteql${page}`, { body: { q } });
      if (reply.status !== 200) throw new Error(reply.text);
      return reply.json.items.map(({ links: _, ...row }: Record<string, unknown>) => row);
    },
  };
}

function sign(address: string, method: string, book: string, options: SignedCall): string {
  const { realm = book.toUpperCase().replaceAll('-', '_'), algorithm = 'sha256' } = options;
  const oauth = {
    oauth_consumer_key: options.consumerKey ?? `${book}-consumer`,
    oauth_nonce: options.nonce ?? randomBytes(10).toString('hex'),
    oauth_signature_method: `HMAC-${algorithm.toUpperCase()}`,
    oauth_timestamp: String(options.timestamp ?? Math.floor(Date.now() / 1000)),
    oauth_token: `${book}-token`,
    oauth_version: '1.0',
  };
  const url = new URL(address);
  const pairs = [...url.searchParams, ...Object.entries(oauth)].map(([name, value]) => [encode(name), encode(value)]);
  pairs.sort(([a = '', x = ''], [b = '', y = '']) => (a < b || (a === b && x < y) ? -1 : 1));
  const base = [method, url.origin + url.pathname, pairs.map((pair) => pair.join('=')).join('&')].map(encode).join('&');
  const key = `${encode(`${book}-secret-consumer`)}&${encode(options.tokenSecret ?? `${book}-secret-token`)}`;
  const signature = createHmac(algorithm, key).update(base).digest('base64');
  const parts = Object.entries({ realm, ...oauth, oauth_signature: signature });
  return `OAuth ${parts.map(([name, value]) => `${name}="${encode(value)}"`).join(', ')}`;
}
