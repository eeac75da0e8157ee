import { fromMinor } from '../money.ts';
import type { Contact } from '../records/contact.ts';
import type { Invoice } from '../records/trade.ts';
import { totalsOf } from '../totals.ts';
import { businessMoments, made, rateOfTheDay, yearlyNumbers } from './business.ts';
import { dayMs, dayOf } from './dates.ts';
import { currencyOfContact, skewedPick, type TradeInput, tradeLines } from './lines.ts';
import type { Random } from './random.ts';
import { goodsAsItems } from './wares.ts';

const notes = [
  'Thank you for your order',
  'As agreed by telephone',
  'Delivery to the rear entrance, please',
  'Vielen Dank für Ihren Auftrag',
  'Merci de votre confiance',
  'いつもお世話になっております',
  'شكراً لتعاملكم معنا',
  'Second instalment of three',
];

/**
 * Invoices over the last 24 months, in the order of their numbers, none paid yet. A quarter of them come from the
 * monthly billing run and share its stamp to the millisecond, as such runs do.
 */
export function generateInvoices(random: Random, input: TradeInput): Invoice[] {
  const customers = input.contacts.filter((contact) => contact.kind !== 'supplier');
  if (customers.length === 0) return [];
  const numberOf = yearlyNumbers('INV');
  return businessMoments(random, input.count, input.now).map((created, index) => {
    const customer = skewedPick(random, customers);
    return issue(random, input, { id: index + 1, created, number: numberOf(created), customer });
  });
}

function issue(
  random: Random,
  input: TradeInput,
  given: { id: number; created: number; number: string; customer: Contact },
): Invoice {
  const currency = currencyOfContact(input, given.customer);
  const lines = tradeLines(random, input, currency, goodsAsItems);
  const age = (input.now - given.created) / dayMs;
  const dueOn = dayOf(given.created + random.pick([14, 30, 30, 30, 60]) * dayMs);
  const dice = random.next();
  const draft = age < 10 && dice < 0.35;
  const cancelled = !draft && dice > 0.97;
  const totals = totalsOf(lines, currency.decimals);
  return {
    ...made(given.id, given.created),
    number: given.number,
    status: draft ? 'draft' : cancelled ? 'cancelled' : dueOn < dayOf(input.now) ? 'overdue' : 'issued',
    contactId: given.customer.id,
    currencyId: currency.id,
    rate: rateOfTheDay(random, currency),
    issuedOn: dayOf(given.created),
    dueOn,
    ...totals,
    balance: cancelled ? fromMinor(0n, currency.decimals) : totals.total,
    note: random.chance(0.3) ? random.pick(notes) : null,
    lines,
  };
}
