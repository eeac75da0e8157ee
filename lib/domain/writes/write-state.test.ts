import { expect, test } from 'vitest';
import { writeStates } from '../../../db/schema/enums.ts';
import { isEnded, mayBecome, openStates, writeTransitions } from './write-state.ts';

test('every state leads to an end, and from an end nothing leads on', () => {
  const reached = (from: (typeof writeStates)[number], seen = new Set([from])): boolean =>
    isEnded(from) || writeTransitions[from].some((to) => !seen.has(to) && reached(to, new Set([...seen, to])));
  for (const state of writeStates) expect(reached(state), state).toBe(true);
  expect(writeStates.filter(isEnded)).toEqual(['CONFIRMED', 'FAILED']);
});

test('what the platform has accepted can only be confirmed', () => {
  expect(mayBecome('FAILED')).toEqual(['PENDING', 'SENDING', 'UNCERTAIN']);
  expect(mayBecome('CONFIRMED')).toEqual(['SENDING', 'UNCERTAIN', 'ACCEPTED']);
});

test('a record is sent only when it was not before, or the platform was asked', () => {
  expect(mayBecome('SENDING')).toEqual(['PENDING', 'SENDING', 'UNCERTAIN']);
  expect(openStates).toEqual(['PENDING', 'SENDING', 'UNCERTAIN', 'ACCEPTED']);
});
