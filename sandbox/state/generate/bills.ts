import { fromMinor } from '../money.ts';
import type { Bill } from '../records/trade.ts';
import { totalsOf } from '../totals.ts';
import { businessMoments, made, rateOfTheDay } from './business.ts';
import { dayMs, dayOf } from './dates.ts';
import { currencyOfContact, skewedPick, type TradeInput, tradeLines } from './lines.ts';
import type { Random } from './random.ts';
import { overheadsAsNone, suppliesAsItems } from './wares.ts';

/** What suppliers ask for over the last 24 months, oldest first, none paid yet. Their numbers are their own. */
export function generateBills(random: Random, input: TradeInput): Bill[] {
  const suppliers = input.contacts.filter((contact) => contact.kind !== 'customer');
  if (suppliers.length === 0) return [];
  return businessMoments(random, input.count, input.now).map((created, index): Bill => {
    const supplier = skewedPick(random, suppliers);
    const currency = currencyOfContact(input, supplier);
    const lines = tradeLines(random, input, currency, random.chance(0.7) ? suppliesAsItems : overheadsAsNone);
    const totals = totalsOf(lines, currency.decimals);
    const dueOn = dayOf(created + random.pick([14, 30, 30, 60]) * dayMs);
    const isDraft = input.now - created < 7 * dayMs && random.chance(0.4);
    const isCancelled = !isDraft && random.chance(0.02);
    return {
      ...made(index + 1, created),
      number: random.fill('R-########'),
      status: isDraft ? 'draft' : isCancelled ? 'cancelled' : dueOn < dayOf(input.now) ? 'overdue' : 'issued',
      contactId: supplier.id,
      currencyId: currency.id,
      rate: rateOfTheDay(random, currency),
      issuedOn: dayOf(created - random.int(0, 4) * dayMs),
      dueOn,
      ...totals,
      balance: isCancelled ? fromMinor(0n, currency.decimals) : totals.total,
      note: random.chance(0.1) ? 'Checked against delivery note' : null,
      lines,
    };
  });
}
