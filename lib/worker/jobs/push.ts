import { z } from 'zod';
import { pushSync } from '../push-sync.ts';

const payloadSchema = z.object({ syncId: z.uuid() });

/** Sends the PUSH sync that a queue entry names. */
export async function pushJob(payload: unknown, signal: AbortSignal): Promise<void> {
  const { syncId } = payloadSchema.parse(payload);
  await pushSync({ syncId, signal });
}
