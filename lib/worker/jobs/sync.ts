import { z } from 'zod';
import { runSync } from '../run-sync.ts';

const payloadSchema = z.object({ syncId: z.uuid() });

/** Runs, or resumes, the sync that a queue entry names. */
export async function syncJob(payload: unknown, signal: AbortSignal): Promise<void> {
  const { syncId } = payloadSchema.parse(payload);
  await runSync({ syncId, signal });
}
