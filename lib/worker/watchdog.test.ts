import { expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../db/testing/factories.ts';
import { makeContext } from '../context.ts';
import { graceMs } from '../domain/freshness/lateness.ts';
import { listIncidents, needsAttention } from '../domain/incidents/data.ts';
import { scheduleDue } from './schedule.ts';
import { watch } from './watchdog.ts';

await createTestDatabase();

test('the alarm is raised when the scheduler stands still, and ends when it runs again', async () => {
  const now = new Date('2026-11-20T15:00:00Z');
  const { ctx } = await makeOrganisation({ now });
  const { companyId } = await makeCompany(ctx, { name: 'Alder', integration: 'SANDBOX' });
  await makeConnection(ctx, { companyId });
  const later = new Date(now.getTime() + graceMs + 60_000);
  const at = makeContext({ ...ctx, now: later });

  // The scheduler is stopped: nobody calls it. Connecting made every model due at once.
  await watch({ now: later });
  expect(await sqlClient()`select id from syncs`).toHaveLength(0);
  expect(await needsAttention(at)).toMatchObject([{ cause: 'late', count: 1 }]);
  expect((await listIncidents(at, { state: 'open' })).incidents).toMatchObject([{ cause: 'late', current: 1 }]);

  // It runs again, and what it queued was read.
  expect((await scheduleDue({ now: later })).queued).toHaveLength(1);
  await sqlClient()`update model_configs set due_at = ${new Date(later.getTime() + 86_400_000)}`;
  await watch({ now: later });
  expect(await needsAttention(at)).toEqual([]);
  expect((await listIncidents(at, { state: 'open' })).incidents).toMatchObject([{ cause: 'late', current: 0 }]);
});
