import { sqlClient } from '../../db/client.ts';

const patienceMs = 2000;

/** Whether the database answers within two seconds. Down, starting or full: to a load balancer all mean "not now". */
export function databaseAnswers(): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs, false);
    const settle = (answered: boolean) => {
      clearTimeout(timer);
      resolve(answered);
    };
    sqlClient()`select 1`.then(
      () => settle(true),
      () => settle(false),
    );
  });
}

/** How long a failure for want of the database speaks for the answers that follow it. */
const awayMs = 5000;

// A page's renderer is another bundle than the server around it: they share this through globalThis.
const holder = globalThis as typeof globalThis & { __ledgerlineDatabaseAwayAt?: number };

/** Notes that something failed just now because the database could not be reached. */
export function noteDatabaseAway(): void {
  holder.__ledgerlineDatabaseAwayAt = Date.now();
}

/** Whether something failed for that a moment ago. */
export const wasDatabaseAway = (): boolean => Date.now() - (holder.__ledgerlineDatabaseAwayAt ?? 0) < awayMs;
