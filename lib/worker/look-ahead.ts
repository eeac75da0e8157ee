/** What comes next from a source that is read ahead. */
export type Ahead<T> = { kind: 'item'; item: T } | { kind: 'end' } | { kind: 'failed'; error: unknown };

/**
 * Reads a source a few items ahead of who uses them, so that fetching and mapping a page overlaps storing the one
 * before it. Items come in order; a failure comes after the items before it, and nothing comes after it.
 */
export function lookAhead<S, T>(source: AsyncIterable<S>, depth: number, prepare: (item: S) => T) {
  const iterator = source[Symbol.asyncIterator]();
  const waiting: Promise<Ahead<T>>[] = [];
  let last: Promise<Ahead<T>> = Promise.resolve({ kind: 'item', item: undefined as T });

  const fetchNext = async (): Promise<Ahead<T>> => {
    try {
      const next = await iterator.next();
      return next.done ? { kind: 'end' } : { kind: 'item', item: prepare(next.value) };
    } catch (error) {
      return { kind: 'failed', error };
    }
  };
  const fill = () => {
    while (waiting.length <= depth) {
      last = last.then((before) => (before.kind === 'item' ? fetchNext() : before));
      waiting.push(last);
    }
  };

  return {
    /** The next item. Asking for it starts reading the ones after it. */
    next: (): Promise<Ahead<T>> => {
      fill();
      return waiting.shift() as Promise<Ahead<T>>;
    },
    /** Lets go of the source; does not wait for it. */
    close: (): void => {
      last = Promise.resolve({ kind: 'end' });
      iterator.return?.().catch(() => {});
    },
  };
}
