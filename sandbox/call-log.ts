/** One answered request. Nothing of headers or bodies is kept. */
export interface LoggedCall {
  at: string;
  method: string;
  /** Path with its query. */
  path: string;
  status: number;
  /** The book whose token came with it, where one did. */
  book: string | null;
}

/** The last thousand calls to the wires, oldest first, in memory. Calls to `_admin` are not among them. */
export class CallLog {
  #calls: LoggedCall[] = [];

  add(call: LoggedCall): void {
    this.#calls.push(call);
    if (this.#calls.length > 1000) this.#calls.shift();
  }

  list(book: string | null): LoggedCall[] {
    return book === null ? [...this.#calls] : this.#calls.filter((call) => call.book === book);
  }

  clear(): void {
    this.#calls = [];
  }
}
