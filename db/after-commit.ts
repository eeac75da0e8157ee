import type { Db, Tx } from './client.ts';

/** What each open transaction leaves to be done once it is committed. */
const steps = new WeakMap<object, (() => void)[]>();

/**
 * Does something once the transaction is committed, and never when it is rolled back. It must not throw, and what it
 * begins is nobody's to wait for. Outside of a transaction of `db()` there is nothing to wait for: it is done at once.
 */
export function afterCommit(tx: Tx, step: () => void): void {
  const waiting = steps.get(tx);
  if (waiting) waiting.push(step);
  else step();
}

/** Makes a Drizzle instance's transactions do what `afterCommit` was given. */
export function keepingSteps(db: Db): Db {
  const transaction = db.transaction.bind(db);
  db.transaction = async (body, config) => {
    const waiting: (() => void)[] = [];
    const result = await transaction((tx) => {
      steps.set(tx, waiting);
      return body(tx);
    }, config);
    for (const step of waiting) step();
    return result;
  };
  return db;
}
