import { randomUUID } from 'node:crypto';
import { makeContext } from '../context.ts';
import { dueCompanies, queueDueSync } from '../domain/syncs/scheduling.ts';

/**
 * Queues a sync for every company that has a model due: one a company, incremental, of all its due models. Any number of
 * workers may do it at once. A company that can't be taken now is found again by the next look.
 */
export async function scheduleDue(input: { now: Date; limit?: number }): Promise<{ queued: string[] }> {
  const { now, limit = 500 } = input;
  const contextOf = (organisationId: number) =>
    makeContext({
      organisationId,
      actor: { type: 'worker', id: 'schedule', label: 'Schedule' },
      requestId: randomUUID(),
      now,
      door: 'worker',
    });
  const queued: string[] = [];
  for (const companyId of await dueCompanies({ now, limit })) {
    const syncId = await queueDueSync({ companyId, now, contextOf });
    if (syncId) queued.push(syncId);
  }
  return { queued };
}
