/** Puts a search in force. Where it answers with a promise, that is kept once the address has the search. */
export type OnSearch = (search: string) => unknown;

/** A search that waits for the last key. */
export class SearchWait {
  onSearch: OnSearch = () => {};
  #search: string | null = null;
  #isHeld = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get isWaiting(): boolean {
    return this.#search !== null;
  }

  begin(search: string, delayMs: number): void {
    this.#search = search;
    this.#after(delayMs);
  }

  /** Does not begin before `goOn`. */
  hold(): void {
    this.#isHeld = this.isWaiting;
    if (this.#isHeld) clearTimeout(this.#timer);
  }

  /** A click follows the pointer's way up at once, and still finds the search waiting. */
  goOn(): void {
    if (this.#isHeld) this.#after(0);
    this.#isHeld = false;
  }

  /** Puts the search in force now, if one waits; the promise is kept once it is. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    const search = this.#search;
    this.#search = null;
    if (search !== null) await this.onSearch(search);
  }

  callOff(): void {
    clearTimeout(this.#timer);
    this.#search = null;
  }

  #after(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.end(), delayMs);
  }
}
