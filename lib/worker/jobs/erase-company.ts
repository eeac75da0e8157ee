import { z } from 'zod';
import { eraseLeftovers } from '../../domain/companies/erasing.ts';
import { log } from '../../log.ts';

const payloadSchema = z.object({ companyId: z.int().positive() });

/** Erases what a deleted company left. */
export async function eraseCompanyJob(payload: unknown): Promise<void> {
  const { companyId } = payloadSchema.parse(payload);
  log().info({ companyId, rows: await eraseLeftovers({ companyId }) }, 'a deleted company was erased');
}
