import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';

/**
 * Runs a statement in a transaction, whichever of the two clients it is of: a Drizzle transaction is one as it is. Moments
 * come as text from the one and as Dates from the other, bigints as text.
 */
export interface Runner {
  execute(statement: SQL): PromiseLike<readonly Record<string, unknown>[]>;
}

const dialect = new PgDialect();

/** The plain client, or a transaction of it, as a Runner. Statements are sent at once and prepared. */
export const runnerOf = (tx: Pick<postgres.Sql, 'unsafe'>): Runner => ({
  execute: (statement) => {
    const { sql, params } = dialect.sqlToQuery(statement);
    return tx.unsafe(sql, params as postgres.ParameterOrJSON<never>[], { prepare: true }).execute();
  },
});
