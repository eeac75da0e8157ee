import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPaymentDescription, writePaymentDescription } from './payment-description.ts';

const marker = '01jdq8z7x4m3k5n6p7r8s9t0va';
const words = fc.option(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), { nil: null });

test('a description gives back its words, whatever they are, and never the marker', () => {
  fc.assert(
    fc.property(words, words, (documentNumber, memo) => {
      const written = writePaymentDescription({ documentNumber, memo }, marker);
      expect(written).toContain(`[${marker}`);
      expect(readPaymentDescription(written)).toEqual({ documentNumber, memo });
    }),
  );
});

test.each([
  [{ documentNumber: 'RE-7', memo: 'Rent' }, `RE-7 Rent [${marker}:4]`],
  [{ documentNumber: null, memo: 'Rent [May]' }, `Rent [May] [${marker}]`],
  [{ documentNumber: 'RE 7', memo: null }, `RE 7 [${marker}:4]`],
  [{ documentNumber: null, memo: null }, `[${marker}]`],
])('%j is written as %s', (parts, text) => {
  expect(writePaymentDescription(parts, marker)).toBe(text);
});

test.each([
  ['Transfer 81 ✓', 'Transfer 81 ✓'],
  [null, null],
  [`Paid by hand (was RE-7) [${marker}:3]`, 'Paid by hand (was RE-7)'],
  ['Rent [of May:3]', 'Rent [of May:3]'],
])('%j, which somebody wrote or edited, is all memo', (description, memo) => {
  expect(readPaymentDescription(description)).toEqual({ documentNumber: null, memo });
});
