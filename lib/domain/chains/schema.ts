import { z } from 'zod';
import { referenceName } from '../reference-data/schema.ts';

export const createChainInput = z.object({ name: referenceName });
export type CreateChainInput = z.input<typeof createChainInput>;

export const renameChainInput = z.object({ chainId: z.uuid('must be a uuid'), name: referenceName });
export type RenameChainInput = z.input<typeof renameChainInput>;

export const deleteChainInput = z.object({ chainId: z.uuid('must be a uuid') });
export type DeleteChainInput = z.infer<typeof deleteChainInput>;

/** Who needs a chain. */
export interface ChainUse {
  /** Archived ones too. */
  companies: number;
  /** Access tokens that still work. */
  tokens: number;
}

export interface ChainView {
  id: string;
  name: string;
  /** New companies belong to it unless they say otherwise. */
  isDefault: boolean;
  /** The last company number given out in it. */
  lastNumber: number;
  createdAt: Date;
}
