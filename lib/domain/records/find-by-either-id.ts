import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { requireCompany } from './company-gate.ts';
import { declarationOf, type RecordModel } from './registry.ts';
import { writePlan } from './write-plan.ts';

/** The largest id that the database counts to. */
const largestId = 2n ** 63n - 1n;

/**
 * The platform's id of a stored record that is named by its rootfi_id or by that id. Throws not-found, and conflict where
 * a number is the one of one record and the other of another.
 */
export async function platformIdOf(
  ctx: Context,
  input: { companyId: number; model: RecordModel; id: string },
): Promise<string> {
  const { companyId, model, id } = input;
  await requireCompany(ctx, companyId);
  const sql = sqlClient();
  const rootfiId = /^\d{1,19}$/.test(id) && BigInt(id) <= largestId ? id : null;
  const rows = await sql<{ platform_id: string }[]>`
    select platform_id from ${sql(writePlan(declarationOf(model)).table)}
    where company_id = ${companyId} and rootfi_deleted_at is null and (platform_id = ${id} or rootfi_id = ${rootfiId})`;
  const [found, other] = rows;
  const word = model.charAt(0) + model.slice(1).toLowerCase().replaceAll('_', ' ');
  if (!found) throw notFound(word);
  if (other) {
    throw conflict(
      `${id} is the rootfi_id of one record and the platform_id of another. Nothing was written; use the other id of the one you mean`,
    );
  }
  return found.platform_id;
}
