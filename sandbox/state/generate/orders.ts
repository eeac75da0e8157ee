import { fromMinor, toMinor } from '../money.ts';
import type { Order } from '../records/trade.ts';
import { totalsOf } from '../totals.ts';
import { businessMoments, made, rateOfTheDay, yearlyNumbers } from './business.ts';
import { dayMs, dayOf, officeHours } from './dates.ts';
import { currencyOfContact, skewedPick, type TradeInput, tradeLines } from './lines.ts';
import type { Random } from './random.ts';
import { goodsAsItems, suppliesAsItems } from './wares.ts';

const sides = {
  sales: { prefix: 'SO', notFrom: 'supplier', wares: goodsAsItems },
  purchases: { prefix: 'PO', notFrom: 'customer', wares: suppliesAsItems },
} as const;

/** Orders of customers, or to suppliers, oldest first. Old ones are billed, new ones wait for it. */
export function generateOrders(random: Random, input: TradeInput, side: keyof typeof sides): Order[] {
  const { prefix, notFrom, wares } = sides[side];
  const partners = input.contacts.filter((contact) => contact.kind !== notFrom);
  if (partners.length === 0) return [];
  const numberOf = yearlyNumbers(prefix);
  return businessMoments(random, input.count, input.now).map((created, index): Order => {
    const partner = skewedPick(random, partners);
    const currency = currencyOfContact(input, partner);
    const lines = tradeLines(random, input, currency, wares);
    const totals = totalsOf(lines, currency.decimals);
    const total = toMinor(totals.total, currency.decimals);
    const age = (input.now - created) / dayMs;
    const status = statusAt(random, age);
    const isDone = status === 'billed' || status === 'cancelled';
    const open = isDone ? 0n : status === 'part_billed' ? (total * BigInt(random.int(20, 80))) / 100n : total;
    const touched = isDone || status === 'part_billed' ? created + random.next() * Math.min(age, 40) * dayMs : created;
    return {
      ...made(index + 1, created, Math.max(created, officeHours(random, touched, input.now - 60_000))),
      number: numberOf(created),
      status,
      contactId: partner.id,
      currencyId: currency.id,
      rate: rateOfTheDay(random, currency),
      issuedOn: dayOf(created),
      deliveryOn: random.chance(0.8) ? dayOf(created + random.int(3, 45) * dayMs) : null,
      ...totals,
      balance: fromMinor(open, currency.decimals),
      note: random.chance(0.15) ? 'Partial deliveries welcome' : null,
      lines,
    };
  });
}

function statusAt(random: Random, ageDays: number): Order['status'] {
  if (random.chance(0.04)) return 'cancelled';
  if (ageDays > 60) return random.chance(0.92) ? 'billed' : 'part_billed';
  return random.pick(
    ageDays < 6 ? ['draft', 'sent', 'confirmed'] : ['confirmed', 'confirmed', 'part_billed', 'billed'],
  );
}
