import type { Stamped } from './records/stamped.ts';

/** Where a reader stands: after this record in the order of (modified, id). */
export interface Position {
  modified: string;
  id: number;
}

const before = (record: Stamped, at: Position) =>
  record.modified < at.modified || (record.modified === at.modified && record.id <= at.id);

/** The records of one model, found by id and read in the order of (modified, id). */
export class Table<T extends Stamped> {
  readonly #byId: Map<number, T>;
  #ordered: T[] | null = null;
  #lastId: number;

  constructor(rows: readonly T[]) {
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.#lastId = rows.reduce((last, row) => Math.max(last, row.id), 0);
  }

  get(id: number): T | undefined {
    return this.#byId.get(id);
  }

  /** A record that is there and was not deleted. */
  live(id: number): T | undefined {
    const record = this.#byId.get(id);
    return record && record.deleted === null ? record : undefined;
  }

  /** The first record, in the order of making, that was not deleted and fits. */
  find(fits: (record: T) => boolean): T | undefined {
    for (const record of this.#byId.values()) if (record.deleted === null && fits(record)) return record;
  }

  put(record: T): void {
    this.#byId.set(record.id, record);
    this.#lastId = Math.max(this.#lastId, record.id);
    this.#ordered = null;
  }

  nextId(): number {
    return this.#lastId + 1;
  }

  all(): T[] {
    return [...this.#byId.values()];
  }

  count(): number {
    let live = 0;
    for (const record of this.#byId.values()) if (record.deleted === null) live++;
    return live;
  }

  /**
   * The next records after a position, oldest change first. `more` says whether another page follows.
   * `since` is inclusive and only counts where there is no position yet.
   */
  page(from: { after: Position | null; since: string | null; limit: number; withDeleted: boolean }): {
    records: T[];
    more: boolean;
  } {
    const ordered = this.#inOrder();
    const start = from.after ?? { modified: from.since ?? '', id: 0 };
    const records: T[] = [];
    for (let index = this.#firstAfter(ordered, start); index < ordered.length; index++) {
      const record = ordered[index];
      if (!record || (record.deleted !== null && !from.withDeleted)) continue;
      if (records.length === from.limit) return { records, more: true };
      records.push(record);
    }
    return { records, more: false };
  }

  #inOrder(): T[] {
    this.#ordered ??= this.all().sort((a, b) =>
      a.modified < b.modified ? -1 : a.modified > b.modified ? 1 : a.id - b.id,
    );
    return this.#ordered;
  }

  #firstAfter(ordered: readonly T[], at: Position): number {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const record = ordered[middle];
      if (record && before(record, at)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
