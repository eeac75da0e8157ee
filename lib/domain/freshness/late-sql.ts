import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import { silenceMs } from '../syncs/sync-state.ts';
import { lateBefore } from './lateness.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/**
 * The condition under which a model is late: `m` is its `model_configs`, `x` the connection, `c` the company. It is
 * due, nobody paused it, and no worker is reading it at this moment, by the heartbeat of its run. Whether anything was
 * ever queued plays no part.
 */
export function isLate(now: Date): Fragment {
  const sql = sqlClient();
  return sql`
    m.due_at < ${lateBefore(now)} and m.paused_at is null and x.paused_at is null and x.status <> 'DISCONNECTED'
    and c.archived_at is null
    and not exists (
      select from syncs reading
      where reading.company_id = m.company_id and reading.job_type = 'PULL' and reading.status = 'RUNNING'
        and m.data_model = any(reading.data_models)
        and reading.heartbeat_at > clock_timestamp() - ${silenceMs} * interval '1 millisecond')`;
}
