import { z } from 'zod';
import { eraseLeftovers } from '../../domain/companies/erasing.ts';
import { log } from '../../log.ts';

const payloadSchema = z.object({ companyId: z.int().positive() });

/** Erases what a deleted company left. */
export async function eraseCompanyJob(payload: unknown): Promise<void> {
  const { companyId } = payloadSchema.parse(payload);
  const rows = await eraseLeftovers({ companyId, now: new Date() });
  log().info({ companyId, rows }, 'a deleted company was erased');
}
