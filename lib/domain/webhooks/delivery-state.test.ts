import { expect, test } from 'vitest';
import { deliveryStates } from '../../../db/schema/enums.ts';
import { deliveryTransitions, replayableStates } from './delivery-state.ts';

test('a replay asks only for what may become PENDING, or is', () => {
  const mayBecome = deliveryStates.filter(
    (state) => state === 'PENDING' || (state !== 'PROCESSING' && deliveryTransitions[state].includes('PENDING')),
  );
  expect([...replayableStates].sort()).toEqual([...mayBecome].sort());
});

test('only who is sending says how it went', () => {
  const before = deliveryStates.filter((state) => deliveryTransitions[state].includes('DELIVERED'));
  expect(before).toEqual(['PROCESSING']);
});
