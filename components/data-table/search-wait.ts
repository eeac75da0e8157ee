/** Puts a search in force. */
export type OnSearch = (search: string) => void;

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

  /** Puts the search in force now, if one waits. */
  end(): void {
    clearTimeout(this.#timer);
    const search = this.#search;
    this.#search = null;
    if (search !== null) this.onSearch(search);
  }

  callOff(): void {
    clearTimeout(this.#timer);
    this.#search = null;
  }

  #after(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), delayMs);
  }
}
