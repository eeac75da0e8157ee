import { sqlClient } from '../../../db/client.ts';
import { isLate } from './late-sql.ts';

/**
 * Marks every model that was not read when it should have been, and unmarks those that were since. It reads due times
 * alone, so that it sees a scheduler that stands still, a queue that lost an entry and a worker that hangs alike. Says
 * how many models it marked and unmarked. Any number of processes may run it.
 */
export async function watchFreshness(input: { now: Date }): Promise<{ late: number; recovered: number }> {
  const sql = sqlClient();
  const marked = await sql`
    update model_configs m set late_since = m.due_at
    from connections x join companies c on c.id = x.company_id
    where x.company_id = m.company_id and m.late_since is null and ${isLate(input.now)}`;
  const unmarked = await sql`
    update model_configs marked set late_since = null
    where marked.late_since is not null and not exists (
      select from model_configs m join connections x on x.company_id = m.company_id join companies c on c.id = m.company_id
      where m.company_id = marked.company_id and m.data_model = marked.data_model and ${isLate(input.now)})`;
  return { late: marked.count, recovered: unmarked.count };
}
