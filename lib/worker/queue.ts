import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import type { Propagation } from '../domain/sync-defaults/schema.ts';

/** Every task the worker knows and what it is given. */
export interface TaskPayloads {
  /** Runs, or resumes, one sync. */
  sync: { syncId: string };
  /** Sends the records of a PUSH sync that nobody waits for. */
  push: { syncId: string };
  /** Finds out what became of one write and brings it to its end. */
  settle: { writeId: string };
  /** Removes what is too old to keep. */
  prune: Record<never, never>;
  /** Erases what a deleted company left. */
  'erase-company': { companyId: number };
  /** Sends who has this address, if anybody, the link to a new password. */
  'forgotten-password': { email: string };
  /** Works off the next companies of a bulk action. */
  'bulk-action': { bulkActionId: string };
  /** Passes an organisation's new defaults on to the next of its companies. */
  'propagate-sync-defaults': Propagation;
}

export interface EnqueueOptions {
  /** Not before this moment. */
  runAt?: Date;
  /** One waiting job a key: queueing again moves it instead of adding another. */
  jobKey?: string;
}

/** Queues a task in the caller's transaction: it exists when, and only when, what it works on does. */
export async function enqueue<T extends keyof TaskPayloads>(
  tx: Tx,
  task: T,
  payload: TaskPayloads[T],
  options: EnqueueOptions = {},
): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${task}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
      max_attempts => 25,
      job_key => ${options.jobKey ?? null}::text
    )`);
}
