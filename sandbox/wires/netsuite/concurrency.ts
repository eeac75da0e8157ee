import type { Book } from '../../state/book.ts';
import { netsuiteRefusal } from './refusal.ts';

/** Requests that an account of this size may have served at once. */
const mostAtOnce = 5;

/** Counts the requests that each account is being served. */
export class Concurrency {
  readonly #running = new Map<string, number>();

  /** Serves a request, unless the account has as many as it may. Throws Refusal 429, without a word on when to return. */
  async within<T>(book: Book, serve: () => Promise<T>): Promise<T> {
    const running = this.#running.get(book.id) ?? 0;
    if (running >= mostAtOnce) throw tooManyAtOnce();
    this.#running.set(book.id, running + 1);
    try {
      return await serve();
    } finally {
      this.#running.set(book.id, (this.#running.get(book.id) ?? 1) - 1);
    }
  }
}

export const tooManyAtOnce = () =>
  netsuiteRefusal(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Concurrent request limit exceeded. Request blocked.');
