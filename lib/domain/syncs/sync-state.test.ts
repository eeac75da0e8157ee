import { expect, test } from 'vitest';
import type { JobStatus } from '../../../db/schema/enums.ts';
import { endedAs, isActive, syncTransitions } from './sync-state.ts';

const jobs = (...given: [JobStatus, number?][]) =>
  given.map(([status, recordsFailed = 0]) => ({ status, recordsFailed }));

test.each([
  ['every model read', jobs(['SUCCESS'], ['SUCCESS']), 'SUCCESS'],
  ['a record kept aside', jobs(['SUCCESS', 1], ['SUCCESS']), 'PARTIAL_SUCCESS'],
  ['one model failed', jobs(['SUCCESS'], ['FAILED']), 'PARTIAL_SUCCESS'],
  ['every model failed', jobs(['FAILED'], ['FAILED']), 'FAILED'],
] as const)('%s ends as %s', (_, given, status) => {
  expect(endedAs(given)).toBe(status);
});

test('an active sync is one that can still go somewhere', () => {
  for (const [status, next] of Object.entries(syncTransitions)) {
    expect(isActive(status as keyof typeof syncTransitions)).toBe(next.length > 0);
  }
});
