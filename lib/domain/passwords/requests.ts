import { db } from '../../../db/client.ts';
import { enqueue } from '../../worker/queue.ts';

/**
 * Takes down that somebody forgot the password of this e-mail address (lower case). The worker looks whether anybody has
 * it, so that neither the answer nor its time tells.
 */
export async function requestResetLink({ email }: { email: string }): Promise<void> {
  await db().transaction((tx) => enqueue(tx, 'forgotten-password', { email }));
}
