import type { Move, Topic } from './topics.ts';

/** More companies than this are not named one by one. */
const namedAtMost = 60;

/** Moves of one organisation that are told together: a topic once, however often it moved. */
export class Gathering {
  readonly #companies = new Map<Topic, Set<number> | null>();

  get isEmpty(): boolean {
    return this.#companies.size === 0;
  }

  add({ topic, companyIds }: Move): void {
    const known = this.#companies.get(topic);
    if (known === null) return;
    if (companyIds === null) return void this.#companies.set(topic, null);
    const all = known ?? new Set();
    for (const id of companyIds) all.add(id);
    this.#companies.set(topic, all.size > namedAtMost ? null : all);
  }

  /** What was gathered; it is empty afterwards. */
  take(): Move[] {
    const moves = [...this.#companies].map(([topic, ids]) => ({ topic, companyIds: ids && [...ids] }));
    this.#companies.clear();
    return moves;
  }
}
