import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { mailResetLink } from '../../domain/passwords/mutations.ts';

const payloadSchema = z.object({ email: z.string() });

/** Queue task: sends a person who forgot the password the link to a new one. */
export async function forgottenPasswordJob(payload: unknown, now: Date): Promise<void> {
  const actor = { type: 'system', id: 'forgotten-password', label: 'Forgotten password' } as const;
  await mailResetLink({ actor, requestId: randomUUID(), now, door: 'worker' }, payloadSchema.parse(payload));
}
