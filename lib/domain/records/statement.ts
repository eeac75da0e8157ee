import type postgres from 'postgres';
import type { Sql } from '../../../db/client.ts';

/**
 * A statement being put together: names come from declarations alone, values only ever as parameters.
 */
export class Statement {
  readonly #values: postgres.ParameterOrJSON<never>[] = [];

  /** Takes a value as the next parameter; the text is what stands for it in the statement. */
  bind(value: string | number | Date | null, type: string): string {
    this.#values.push(value);
    return `$${this.#values.length}::${type}`;
  }

  /**
   * Runs it. `prepared` only where few different texts can come up: each connection keeps every one that it prepared.
   */
  run<T extends postgres.Row>(sql: Sql, text: string, options: { prepared: boolean }): Promise<postgres.RowList<T[]>> {
    return sql.unsafe<T[]>(text, this.#values, { prepare: options.prepared });
  }
}

/** A name that stands in a declaration, quoted. */
export const quoted = (name: string): string => `"${name}"`;
