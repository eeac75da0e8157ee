import { describe, expect, test } from 'vitest';
import { failureClasses, failureGuides } from '../errors.ts';
import type { ConformancePlatform } from './conformance-platform.ts';
import { failuresConformance } from './failures-conformance.ts';
import { invoicesConformance } from './invoices-conformance.ts';
import { pullingConformance } from './pulling-conformance.ts';
import { writingConformance } from './writing-conformance.ts';

/**
 * Declares the tests that every connector passes, against its platform or what stands in for it. `open` is called once,
 * when the first of them runs.
 */
export function conformanceSuite(name: string, open: () => Promise<ConformancePlatform>): void {
  let opened: Promise<ConformancePlatform> | null = null;
  const platform = () => {
    opened ??= open();
    return opened;
  };
  describe(`${name} conforms`, { timeout: 60_000 }, () => {
    test('to its own declaration: a form, models once each, and words for all that it can and can’t do', async () => {
      const { definition } = (await platform()).connector;
      const names = definition.auth.fields.map((field) => field.name);
      expect(new Set(names).size).toBe(names.length);
      expect(definition.auth.fields.some(({ secret }) => secret)).toBe(true);
      const models = definition.models.map(({ model }) => model);
      expect(new Set(models).size).toBe(models.length);
      expect(definition.reads.length).toBeGreaterThan(0);
      expect(definition.limits.length).toBeGreaterThan(0);
      expect(definition.writes.length > 0).toBe(definition.writable.length > 0);
      for (const { pageSize } of definition.models) expect(pageSize).toBeGreaterThan(0);
      for (const failure of failureClasses) expect(failureGuides[failure].nextStep).not.toBe('');
    });
    pullingConformance(platform);
    invoicesConformance(platform);
    failuresConformance(platform);
    writingConformance(platform);
  });
}
