import { test } from 'vitest';

/** A test that there is only where it says something: not one that is skipped. */
export const testIf = (applies: boolean) => (name: string, body: () => Promise<void>) => {
  if (applies) test(name, body);
};
