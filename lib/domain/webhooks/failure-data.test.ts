import { expect, test } from 'vitest';
import { failureGuides } from '../../connectors/errors.ts';
import { failureData } from './failure-data.ts';

test('an event names who must act and the next step, in the platform’s own words where it has some', () => {
  const told = failureData('NETSUITE', 'permission', 'Not allowed');
  expect(told).toMatchObject({ class: 'permission', message: 'Not allowed', who_acts: 'customer' });
  expect(told?.next_step).toContain('Manage Roles');
  expect(failureData('SANDBOX', 'permission', 'x')?.next_step).toBe(failureGuides.permission.nextStep);
});

test('a failure without a class is told by its message alone, and none is null', () => {
  expect(failureData('NETSUITE', null, 'Too many')).toEqual({
    class: null,
    message: 'Too many',
    who_acts: null,
    next_step: null,
  });
  expect(failureData('NETSUITE', null, null)).toBeNull();
});
