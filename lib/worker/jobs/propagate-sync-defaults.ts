import { z } from 'zod';
import { integrations } from '../../../db/schema/enums.ts';
import { continuePropagation } from '../../domain/sync-defaults/propagation.ts';

const payloadSchema = z.object({
  organisationId: z.number(),
  integration: z.enum(integrations),
  versions: z.record(z.string(), z.number().int()),
  after: z.number().int(),
  author: z.object({
    organisationId: z.number(),
    actorType: z.string(),
    actorId: z.string(),
    actorLabel: z.string(),
    door: z.string(),
    requestId: z.string(),
  }),
});

/** Passes an organisation's new defaults on to the next companies; what is left queues itself. */
export async function propagateSyncDefaultsJob(payload: unknown, now: Date): Promise<void> {
  await continuePropagation(payloadSchema.parse(payload), { now });
}
