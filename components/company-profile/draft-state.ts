import { isSame, type ProfileDraft } from './profile-draft.ts';

/** A form that is filled in while others may change what is stored. */
export interface DraftState {
  /** What the server showed last. */
  seen: ProfileDraft;
  /** What each field started from. */
  base: ProfileDraft;
  /** What stands in the fields. */
  draft: ProfileDraft;
}

export const draftState = (stored: ProfileDraft): DraftState => ({ seen: stored, base: stored, draft: stored });

/** Takes over what the server shows now: fields nobody has typed in follow it, the others keep what was typed. */
export function followed(state: DraftState, stored: ProfileDraft): DraftState {
  if (isSame(state.seen, stored)) return state;
  return { seen: stored, base: stored, draft: { ...stored, ...touchedOf(state) } };
}

/**
 * After `sent` was stored: what was sent is no longer a change, what was typed meanwhile still is. The server may have
 * shown the stored form of it already.
 *
 * @param seenBefore what the server had shown when it was sent
 */
export function settled(state: DraftState, sent: ProfileDraft, seenBefore: ProfileDraft): DraftState {
  const typed = touchedOf({ base: sent, draft: state.draft });
  if (isSame(state.seen, seenBefore)) return { ...state, base: sent, draft: { ...sent, ...typed } };
  return draftWith(state.seen, typed);
}

export const isTouched = ({ base, draft }: DraftState): boolean => !isSame(base, draft);

const draftWith = (stored: ProfileDraft, typed: Partial<ProfileDraft>): DraftState => ({
  ...draftState(stored),
  draft: { ...stored, ...typed },
});

function touchedOf({ base, draft }: Pick<DraftState, 'base' | 'draft'>): Partial<ProfileDraft> {
  const fields = Object.keys(draft) as (keyof ProfileDraft)[];
  return Object.fromEntries(
    fields.filter((field) => !isSame(base[field], draft[field])).map((field) => [field, draft[field]]),
  );
}
