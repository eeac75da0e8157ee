import { describe, expect, test } from 'vitest';
import { failureClasses } from '../errors.ts';
import { type AnsweredClass, type ConformancePlatform, failureOf, inSession, passOf } from './conformance-platform.ts';

const answered = failureClasses.filter(
  (one): one is AnsweredClass => one !== 'wrong-company' && one !== 'record-refused',
);

/** How the platform's refusals and outages are named. */
export function failuresConformance(platform: () => Promise<ConformancePlatform>): void {
  describe('when the platform fails', () => {
    test.each(answered)('%s is called by that name, and nothing secret is told', async (failureClass) => {
      const found = await platform();
      const fail = found.failures[failureClass];
      if (typeof fail === 'string') return expect(fail).not.toBe('');
      const undo = await fail();
      try {
        const failure = await failureOf(passOf(found, 'CONTACT'));
        expect(failure.failureClass).toBe(failureClass);
        const told = JSON.stringify([failure.message, failure.evidence]);
        const { fields } = found.connector.definition.auth;
        for (const { name, secret } of fields) {
          const value = found.credentials[name];
          if (secret && value) expect(told).not.toContain(value);
        }
        if (failureClass === 'rate-limit') expect(failure.mayBeDone).toBe(false);
      } finally {
        await undo();
      }
      await passOf(found, 'CONTACT');
    });

    test('a sign-in that leads to another company than expected reads nothing', async () => {
      const found = await platform();
      const other = inSession({ ...found, entityId: `${found.entityId}-other` }, async () => {});
      expect((await failureOf(other)).failureClass).toBe('wrong-company');
    });
  });
}
