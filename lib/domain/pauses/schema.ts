import { z } from 'zod';
import { dataModelInput } from '../sync-config/schema.ts';

/** A person stopped the syncs of a connection or of one of its models. */
export interface Pause {
  since: Date;
  /** Who, as the audit log names them. */
  by: string;
  /** Through which door it was asked for: console, core-v4, … */
  door: string;
}

/** The three columns of a pause as one; null while nobody paused. */
export const pauseOf = (since: Date | null, by: string | null, door: string | null): Pause | null =>
  since && { since, by: by ?? '', door: door ?? '' };

/** Why something that is paused is not synced. */
export const pausedWords = (what: string, { since, by }: Pause): string =>
  `${what} was paused by ${by} on ${since.toISOString().slice(0, 10)}; resume it to sync it`;

const companyId = z.coerce.number().int().positive();

export const companyPauseInput = z.object({ companyId });
export const modelPauseInput = z.object({ companyId, dataModel: dataModelInput });
export type ModelPauseInput = z.input<typeof modelPauseInput>;
