/** The clock of the demo's past: set by the history, ticking on with real time between two settings. */
export class Clock {
  #setTo: number;
  #setAt: number;

  constructor(start: Date) {
    this.#setTo = start.getTime();
    this.#setAt = Date.now();
  }

  /** The moment it is; bound, so that it can be handed on. */
  readonly now = (): Date => new Date(this.#setTo + (Date.now() - this.#setAt));

  /** Moves forward; a past that would run backwards stays where it is. */
  set(moment: Date): void {
    if (moment <= this.now()) return;
    this.#setTo = moment.getTime();
    this.#setAt = Date.now();
  }
}
