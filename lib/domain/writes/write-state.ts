import { type WriteState, writeStates } from '../../../db/schema/enums.ts';

/**
 * Where a write may go. SENDING goes back to PENDING when it is certain that nothing reached the platform. UNCERTAIN is
 * asked about, and sent again only when the platform says that it has no such record.
 */
export const writeTransitions: Record<WriteState, readonly WriteState[]> = {
  PENDING: ['SENDING', 'FAILED'],
  SENDING: ['PENDING', 'UNCERTAIN', 'ACCEPTED', 'CONFIRMED', 'FAILED'],
  UNCERTAIN: ['SENDING', 'ACCEPTED', 'CONFIRMED', 'FAILED'],
  ACCEPTED: ['CONFIRMED'],
  CONFIRMED: [],
  FAILED: [],
};

/** The states from which one may be reached, staying in it included while it is not the end. */
export const mayBecome = (to: WriteState): WriteState[] =>
  writeStates.filter((from) => (from === to && !isEnded(to)) || writeTransitions[from].includes(to));

/** Whether nothing more will happen. */
export const isEnded = (state: WriteState): boolean => writeTransitions[state].length === 0;

/** The states in which a write runs: its company is neither disconnected nor archived meanwhile. */
export const openStates: readonly WriteState[] = writeStates.filter((state) => !isEnded(state));
