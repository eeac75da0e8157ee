import { type SQL, sql } from 'drizzle-orm';
import { sqlClient } from '../../../db/client.ts';
import { runnerOf } from '../../../db/runner.ts';
import type { Pause } from '../pauses/schema.ts';
import type { ClaimedWrite } from './claim-write.ts';

/** SQL: whether a person paused the connection of a write, or its model. `write` is the alias of its row. */
export const isPaused = (write: SQL): SQL => sql`(
  exists (select from connections p where p.company_id = ${write}.company_id and p.paused_at is not null)
  or exists (
    select from model_configs p
    where p.company_id = ${write}.company_id and p.data_model = ${write}.data_model and p.paused_at is not null))`;

/** Whether a write that the platform has none of must not be sent now. */
export async function isHeldByPause({ id }: Pick<ClaimedWrite, 'id'>): Promise<boolean> {
  const [row] = await runnerOf(sqlClient()).execute(sql`
    select 1 from writes w where w.id = ${id} and ${isPaused(sql`w`)}`);
  return row !== undefined;
}

/** Why a request to write is refused. */
export const pauseRefusal = (what: string, { since, by }: Pause): string =>
  `${what} was paused by ${by} on ${since.toISOString().slice(0, 10)}. Nothing was written; resume it first`;
