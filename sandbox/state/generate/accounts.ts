import { fromMinor } from '../money.ts';
import type { Account, Currency } from '../records/setup.ts';
import { chart } from './chart.ts';
import { currencyFacts } from './currency-table.ts';
import { atHour, dayMs, iso, officeHours } from './dates.ts';
import type { Random } from './random.ts';

/** The chart with one bank account a currency. All were made in one go when the books were opened. */
export function generateAccounts(random: Random, currencies: readonly Currency[], now: number): Account[] {
  const opened = atHour(now - 730 * dayMs, 21, now);
  const base = currencies.find((currency) => currency.base) ?? random.pick(currencies);
  const ids = new Map(chart.map((row, index) => [row.code, index + 1]));
  const stamp = () =>
    random.chance(0.3) ? officeHours(random, opened + random.next() * 720 * dayMs, now - 60_000) : opened;
  const fromChart = chart.map(
    (row, index): Account => ({
      id: index + 1,
      created: iso(opened),
      modified: iso(stamp()),
      deleted: null,
      code: row.code,
      name: row.name,
      description: row.closed ? 'Closed; kept for earlier years' : null,
      class: row.class,
      group: row.group,
      active: !row.closed,
      balance: amount(random, base, row.closed ? 0 : 40_000),
      currencyId: base.id,
      parentId: row.under ? (ids.get(row.under) ?? null) : null,
    }),
  );
  const banks = currencies.map(
    (currency, index): Account => ({
      id: chart.length + index + 1,
      created: iso(opened),
      modified: iso(stamp()),
      deleted: null,
      code: String(1200 + index),
      name: `Current account ${currency.code}`,
      description: `Day-to-day account in ${currency.name}`,
      class: 'bank',
      group: 'bank',
      active: true,
      balance: amount(random, currency, 90_000),
      currencyId: currency.id,
      parentId: null,
    }),
  );
  return [...fromChart, ...banks];
}

function amount(random: Random, currency: Currency, upToUsd: number): string {
  const most = (upToUsd / currencyFacts(currency.code).usd) * 10 ** currency.decimals;
  return fromMinor(BigInt(Math.round(random.next() * most)), currency.decimals);
}
