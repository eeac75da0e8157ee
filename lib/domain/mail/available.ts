import { env } from '../../env.ts';

/** Whether this installation sends mail. */
export const sendsMail = (): boolean => env().mail !== null;
