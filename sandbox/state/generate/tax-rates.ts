import type { TaxRate } from '../records/setup.ts';
import { made } from './business.ts';
import { currencyFacts } from './currency-table.ts';
import { atHour, dayMs } from './dates.ts';

const standard = 1;
const zero = 2;

/** Where a standard rate is a sum of several taxes. */
const partsOf: Readonly<Record<string, TaxRate['parts']>> = {
  USD: [
    { name: 'State', rate: '6.25', compound: false },
    { name: 'County', rate: '2', compound: false },
  ],
};

/** The taxes of a book kept in that currency: the standard one, none, half of it, and one that is taken of another. */
export function generateTaxRates(currency: string, now: number): TaxRate[] {
  const rate = currencyFacts(currency).salesTax;
  const reduced = String(Number(rate) / 2);
  const effective = String(Number((Number(rate) + 1 + Number(rate) / 100).toFixed(3)));
  const opened = atHour(now - 730 * dayMs, 21, now);
  const tax = (id: number, code: string, name: string, percent: string, parts: TaxRate['parts'] = []): TaxRate => ({
    ...made(id, opened),
    code,
    name,
    kind: 'both',
    rate: percent,
    effective: percent,
    parts: parts.length > 0 ? parts : [{ name, rate: percent, compound: false }],
  });
  return [
    tax(standard, 'STD', 'Standard rate', rate, partsOf[currency]),
    tax(zero, 'ZERO', 'Zero-rated', '0'),
    tax(3, 'RED', 'Reduced rate', reduced),
    {
      ...tax(4, 'LEVY', 'Standard rate with levy', String(Number(rate) + 1)),
      kind: 'sales',
      effective,
      parts: [
        { name: 'Standard rate', rate, compound: false },
        { name: 'Levy', rate: '1', compound: true },
      ],
    },
  ];
}

/** The number of the tax of that percentage among the generated ones. */
export const taxRateIdOf = (percent: string): number => (Number(percent) === 0 ? zero : standard);
