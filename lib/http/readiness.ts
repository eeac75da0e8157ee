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
