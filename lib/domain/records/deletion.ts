/** What a full pass found out about the stored records that it should have seen. */
export interface DeletionSurvey {
  /** Stored and not marked deleted, within what the pass reads. */
  live: number;
  /** Those of them that the pass did not see. */
  gone: number;
  /** Records of the pass that could not be read so far as to tell which ones they are. */
  unidentified: number;
}

export type DeletionOutcome =
  | { outcome: 'marked'; deleted: number }
  /** More would vanish than one believes at once: nothing was marked. */
  | { outcome: 'too-many'; wouldVanish: number; live: number }
  /** A record that came without an id may be any of those that seem gone: nothing was marked. */
  | { outcome: 'unsure'; unidentified: number };

/** Beyond both of these a person is asked. */
export const vanishLimits = { share: 0.2, records: 50 } as const;

/**
 * Whether what a pass did not see may be marked deleted. `marked` carries how many that would be.
 *
 * @param confirmed how many a person agreed to; more than those are asked about again
 */
export function deletionVerdict({ live, gone, unidentified }: DeletionSurvey, confirmed: number): DeletionOutcome {
  if (gone > 0 && unidentified > 0) return { outcome: 'unsure', unidentified };
  const tooMany = gone > vanishLimits.records && gone > live * vanishLimits.share;
  if (tooMany && gone > confirmed) return { outcome: 'too-many', wouldVanish: gone, live };
  return { outcome: 'marked', deleted: gone };
}
