import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Fault } from '../faults.ts';
import { type Book, type Rows, rowsOf, tablesOf } from './book.ts';

const fileVersion = 1;
const saveAfterMs = 200;
/** A save waits this many times as long as the last one took, so that saving stays a small part of the work. */
const restFactor = 20;

interface StoredBook extends Omit<Book, 'tables' | 'ephemeral'> {
  faults: Fault[];
  rows: Rows;
}

/** All books of one sandbox, kept in memory and written to one file soon after they change. */
export class Store {
  readonly #file: string;
  readonly #books: Map<string, Book>;
  #timer: NodeJS.Timeout | null = null;
  #saving: Promise<void> = Promise.resolve();
  #lastSaveMs = 0;

  constructor(file: string, books: readonly Book[]) {
    this.#file = file;
    this.#books = new Map(books.map((book) => [book.id, book]));
  }

  books(): Book[] {
    return [...this.#books.values()];
  }

  book(id: string): Book | undefined {
    return this.#books.get(id);
  }

  bookOfClient(clientId: string): Book | undefined {
    return this.books().find((book) => book.clientId === clientId);
  }

  add(book: Book): void {
    this.#books.set(book.id, book);
    this.changed();
  }

  remove(id: string): void {
    this.#books.delete(id);
    this.changed();
  }

  /** Says that a book changed: the file follows within a moment. */
  changed(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        this.#saving = this.#saving.then(() => this.#save());
      },
      Math.max(saveAfterMs, this.#lastSaveMs * restFactor),
    );
  }

  /** Writes what is not yet written. The last thing before a stop. */
  async flush(): Promise<void> {
    if (this.#timer) {
      clearTimeout(this.#timer);
      this.#timer = null;
      this.#saving = this.#saving.then(() => this.#save());
    }
    await this.#saving;
  }

  /** Beside the file first, then in its place: a kill at any moment leaves the old file or the new one, whole. */
  async #save(): Promise<void> {
    const begun = performance.now();
    const books = this.books()
      .filter((book) => !book.ephemeral)
      .map(({ tables, ephemeral: _, ...book }): StoredBook => ({ ...book, rows: rowsOf(tables) }));
    const beside = `${this.#file}.new`;
    const handle = await open(beside, 'w', 0o600);
    try {
      await handle.writeFile(JSON.stringify({ version: fileVersion, books }));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, this.#file);
    this.#lastSaveMs = performance.now() - begun;
  }
}

/**
 * Reads the state file, or makes its first content where there is none. A file that is not whole is set aside under
 * another name and begun anew; `notice` is told.
 */
export async function openStore(file: string, first: () => Book[], notice: (text: string) => void): Promise<Store> {
  await mkdir(dirname(file), { recursive: true });
  await rm(`${file}.new`, { force: true });
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const stored = text === null ? null : parseState(text);
  if (stored) return new Store(file, stored);
  if (text !== null) {
    await rename(file, `${file}.damaged`);
    notice(`The sandbox state in ${file} could not be read. It was set aside as ${file}.damaged and begun anew.`);
  }
  const store = new Store(file, first());
  store.changed();
  return store;
}

function parseState(text: string): Book[] | null {
  let state: { version?: unknown; books?: StoredBook[] };
  try {
    state = JSON.parse(text);
  } catch {
    return null;
  }
  if (state.version !== fileVersion || !Array.isArray(state.books)) return null;
  return state.books.map(({ rows, ...book }) => ({ ...book, ephemeral: false, tables: tablesOf(rows) }));
}
