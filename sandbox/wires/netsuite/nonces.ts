/** How far a request's time may be from ours, before and after. */
export const toleranceSeconds = 300;

/** Which nonces were used lately. Older requests are refused by their time. */
export class Nonces {
  readonly #used = new Map<string, number>();

  /** Whether this nonce is new for its token and time; from now on it is not. */
  use(token: string, timestamp: number, nonce: string, nowSeconds: number): boolean {
    for (const [key, at] of this.#used) {
      if (at >= nowSeconds - toleranceSeconds) break;
      this.#used.delete(key);
    }
    const key = JSON.stringify([token, timestamp, nonce]);
    if (this.#used.has(key)) return false;
    this.#used.set(key, timestamp);
    return true;
  }
}
