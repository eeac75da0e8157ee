import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type Call, Refusal } from '../../http.ts';
import type { Book } from '../../state/book.ts';
import type { Store } from '../../state/store.ts';

interface Issued {
  bookId: string;
  expiresAt: number;
}

/** Bearer tokens of one running sandbox: kept in memory, so that a restart makes callers sign in again. */
export class Tokens {
  readonly #issued = new Map<string, Issued>();
  readonly #store: Store;
  readonly #ttlSeconds: number;
  readonly #now: () => Date;

  constructor(store: Store, ttlSeconds: number, now: () => Date) {
    this.#store = store;
    this.#ttlSeconds = ttlSeconds;
    this.#now = now;
  }

  issue(book: Book): { token: string; expiresIn: number } {
    this.#forgetOld();
    const token = randomBytes(24).toString('base64url');
    this.#issued.set(token, { bookId: book.id, expiresAt: this.#now().getTime() + this.#ttlSeconds * 1000 });
    return { token, expiresIn: this.#ttlSeconds };
  }

  /** The book that a call's token opens. Throws Refusal 401 with `token_missing`, `token_invalid` or `token_expired`. */
  bookOf(call: Call): Book {
    const header = call.header('authorization');
    if (!header) throw unauthorised('token_missing', 'Send an access token as Authorization: Bearer');
    const token = /^Bearer ([\w-]+)$/.exec(header)?.[1];
    const issued = token ? this.#issued.get(token) : undefined;
    const book = issued ? this.#store.book(issued.bookId) : undefined;
    if (!issued || !book) throw unauthorised('token_invalid', 'This access token is not known');
    if (issued.expiresAt <= this.#now().getTime()) throw tokenExpired(book);
    return book;
  }

  /** Ends every token of a book at once. */
  revoke(book: Book): void {
    for (const [token, issued] of this.#issued) if (issued.bookId === book.id) this.#issued.delete(token);
  }

  #forgetOld(): void {
    const longAgo = this.#now().getTime() - 3_600_000;
    for (const [token, issued] of this.#issued) if (issued.expiresAt < longAgo) this.#issued.delete(token);
  }
}

const unauthorised = (code: string, message: string) =>
  new Refusal(401, code, message, { headers: { 'www-authenticate': 'Bearer' } });

export const tokenExpired = (book: Book) =>
  new Refusal(401, 'token_expired', 'This access token has expired', {
    headers: { 'www-authenticate': 'Bearer' },
    book: book.id,
  });

/** Whether a secret is the book's, in constant time for equal lengths. */
export function secretFits(book: Book, secret: string): boolean {
  const [given, kept] = [Buffer.from(secret), Buffer.from(book.clientSecret)];
  return given.byteLength === kept.byteLength && timingSafeEqual(given, kept);
}
