import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { balanceAfter } from './balance.ts';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, digits]) => new Decimal(units.toString()).div(new Decimal(10).pow(digits)).toFixed(digits));

it('takes a payment off exactly, whatever the digits', () => {
  fc.assert(
    fc.property(decimals, decimals, (due, amount) => {
      const exact = Decimal.clone({ precision: 60 });
      const left = balanceAfter(due, amount);
      expect(left).not.toBeNull();
      expect(new exact(left ?? 'NaN').eq(new exact(due).minus(amount))).toBe(true);
    }),
  );
});

it('says nothing of what is no number', () => {
  for (const amount of ['', 'x', '1,5', '1.', '.5', '1e3']) expect(balanceAfter('100', amount)).toBeNull();
  expect(balanceAfter(null, '1')).toBeNull();
  expect(balanceAfter('100.00', ' 30.1 ')).toBe('69.90');
  expect(balanceAfter('0.10', '0.20')).toBe('-0.10');
});
