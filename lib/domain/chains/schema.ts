import { z } from 'zod';

export const chainName = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(120, 'must have at most 120 characters');

export const createChainInput = z.object({ name: chainName });
export type CreateChainInput = z.input<typeof createChainInput>;

export const renameChainInput = z.object({ chainId: z.uuid('must be a uuid'), name: chainName });
export type RenameChainInput = z.input<typeof renameChainInput>;

export const deleteChainInput = z.object({ chainId: z.uuid('must be a uuid') });
export type DeleteChainInput = z.infer<typeof deleteChainInput>;

export interface ChainView {
  id: string;
  name: string;
  /** New companies belong to it unless they say otherwise. */
  isDefault: boolean;
  /** The last company number given out in it. */
  lastNumber: number;
  createdAt: Date;
}
