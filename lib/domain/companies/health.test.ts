import { expect, test } from 'vitest';
import { failureGuides } from '../../connectors/errors.ts';
import { healthOf } from './health.ts';
import type { CompanyView } from './schema.ts';

const failing = (failureClass: string) =>
  ({
    archivedAt: null,
    inviteLink: null,
    connection: {
      status: 'EXPIRED',
      statusSince: new Date(0),
      failureSince: null,
      failure: { failureClass, message: '', evidence: {} },
      pause: null,
    },
  }) as unknown as CompanyView;

test('a failure is told with its platform’s own next step, where it has one', () => {
  const nextSteps = { credentials: 'Make a new token.' };
  expect(healthOf(failing('credentials'), 'Mews', nextSteps)).toMatchObject({
    whoActs: 'Your customer',
    nextStep: 'Make a new token.',
  });
  expect(healthOf(failing('permission'), 'Mews', nextSteps).nextStep).toBe(failureGuides.permission.nextStep);
  expect(healthOf(failing('credentials'), 'Mews').nextStep).toBe(failureGuides.credentials.nextStep);
});
