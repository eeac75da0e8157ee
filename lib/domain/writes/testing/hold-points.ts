import { sqlClient } from '../../../../db/client.ts';

/** A place in the statements of a write at which a process can be held. */
export type HoldPoint = 'intent' | 'claim' | 'commit';

const lock = 4711;

/** Prepares the database of a test file: triggers that wait where they are told to. */
export async function makeHoldPoints(): Promise<void> {
  await sqlClient().unsafe(`
    create table hold_points (point text primary key);
    create function hold() returns trigger language plpgsql as $$ begin
      if exists (select from hold_points where point = tg_argv[0]) then perform pg_advisory_xact_lock(${lock}); end if;
      return new;
    end $$;
    create trigger hold_intent before insert on writes for each row execute function hold('intent');
    create trigger hold_claim before update on writes for each row
      when (old.state = 'PENDING' and new.state = 'SENDING') execute function hold('claim');
    create trigger hold_commit before update on writes for each row
      when (new.state = 'CONFIRMED') execute function hold('commit');`);
}

/**
 * Holds the next process at a point. `reached` resolves when it stands there; `letGo` undoes what it had begun, as
 * Postgres does for a client that died, and takes the hold away.
 */
export async function holdAt(point: HoldPoint): Promise<{ reached: Promise<void>; letGo: () => Promise<void> }> {
  const sql = await sqlClient().reserve();
  await sql`select pg_advisory_lock(${lock})`;
  await sql`insert into hold_points values (${point})`;
  const waiting = () => sql<{ pid: number }[]>`
    select pid from pg_locks where locktype = 'advisory' and objid = ${lock} and not granted
      and database = (select oid from pg_database where datname = current_database())`;
  const untilWaiting = async () => {
    while ((await waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return {
    reached: untilWaiting(),
    letGo: async () => {
      for (const { pid } of await waiting()) await sql`select pg_terminate_backend(${pid}, 5000)`;
      await sql`delete from hold_points`;
      await sql`select pg_advisory_unlock(${lock})`;
      sql.release();
    },
  };
}
