import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { conflict } from '../../errors.ts';
import { openStates } from './write-state.ts';

/**
 * Throws conflict while a write of the company has not ended: without the connection nobody could find out what became
 * of it. The caller holds the company's row.
 */
export async function refuseWhileWriting(tx: Tx, companyId: number): Promise<void> {
  const [open] = await tx.execute(sql`
    select 1 from writes where company_id = ${companyId} and state in ${[...openStates]} limit 1`);
  if (open) throw conflict('A write is running; wait for it to end');
}
