import { z } from 'zod';
import { enqueueSettle } from '../../domain/writes/pending.ts';
import { settleWrite } from '../../domain/writes/settle.ts';

const payloadSchema = z.object({ writeId: z.uuid() });

/** Settles the write that a queue entry names, or comes back when its time has come. */
export async function settleJob(payload: unknown): Promise<void> {
  const { writeId } = payloadSchema.parse(payload);
  const settled = await settleWrite({ writeId });
  if (settled.state === 'held') await enqueueSettle(writeId, settled.until);
}
