import type { Account, Contact, Currency, Invoice, InvoiceLine } from '../book.ts';
import { priceLine, totalsOf } from '../ledger.ts';
import { fromMinor } from '../money.ts';
import { goods } from './chart.ts';
import { currencyFacts } from './currency-table.ts';
import { atHour, dayMs, dayOf, iso, officeHours } from './dates.ts';
import type { Random } from './random.ts';

export interface InvoiceInput {
  currencies: readonly Currency[];
  accounts: readonly Account[];
  contacts: readonly Contact[];
  salesTax: string;
  count: number;
  now: number;
}

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
export function generateInvoices(random: Random, input: InvoiceInput): Invoice[] {
  const customers = input.contacts.filter((contact) => contact.kind !== 'supplier');
  if (customers.length === 0) return [];
  const numbers = new Map<string, number>();
  return issueMoments(random, input.count, input.now).map((created, index) => {
    const year = iso(created).slice(0, 4);
    const serial = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, serial);
    // The square favours the first customers: few buy often, many buy once.
    const customer = customers[Math.floor(customers.length * random.next() ** 2)] ?? random.pick(customers);
    return issue(random, input, {
      id: index + 1,
      created,
      number: `INV-${year}-${String(serial).padStart(5, '0')}`,
      customer,
    });
  });
}

function issueMoments(random: Random, count: number, now: number): number[] {
  const start = now - 728 * dayMs;
  const latest = now - 5 * 60_000;
  const moments = Array.from({ length: count }, () => {
    // The exponent makes business grow over time.
    const at = Math.min(start + random.next() ** 0.8 * 728 * dayMs, latest);
    if (!random.chance(0.25)) return officeHours(random, at, latest);
    const first = new Date(at);
    return atHour(Math.max(start, Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1)), 6, latest);
  });
  return moments.sort((a, b) => a - b);
}

function issue(
  random: Random,
  input: InvoiceInput,
  given: { id: number; created: number; number: string; customer: Contact },
): Invoice {
  const currency = input.currencies.find((one) => one.id === given.customer.currencyId);
  if (!currency) throw new Error('A contact without a currency of the book');
  const lines = Array.from({ length: lineCount(random) }, () =>
    line(random, currency, input.accounts, currency.base ? input.salesTax : '0'),
  );
  const age = (input.now - given.created) / dayMs;
  const dueOn = dayOf(given.created + random.pick([14, 30, 30, 30, 60]) * dayMs);
  const dice = random.next();
  const draft = age < 10 && dice < 0.35;
  const cancelled = !draft && dice > 0.97;
  const totals = totalsOf(lines, currency.decimals);
  return {
    id: given.id,
    created: iso(given.created),
    modified: iso(given.created),
    deleted: null,
    number: given.number,
    status: draft ? 'draft' : cancelled ? 'cancelled' : dueOn < dayOf(input.now) ? 'overdue' : 'issued',
    contactId: given.customer.id,
    currencyId: currency.id,
    rate: wobble(random, currency),
    issuedOn: dayOf(given.created),
    dueOn,
    ...totals,
    balance: cancelled ? fromMinor(0n, currency.decimals) : totals.total,
    note: random.chance(0.3) ? random.pick(notes) : null,
    lines,
  };
}

const lineCount = (random: Random) => random.pick([1, 1, 1, 2, 2, 2, 3, 3, 4, 5]);

function line(random: Random, currency: Currency, accounts: readonly Account[], taxRate: string): InvoiceLine {
  const good = random.pick(goods);
  const [low, high] = good.price;
  const price = ((low + random.next() * (high - low)) / currencyFacts(currency.code).usd) * 10 ** currency.decimals;
  const quantity =
    good.by === 'hour'
      ? String(random.int(2, 64) / 4)
      : String(good.by === 'month' ? random.pick([1, 1, 3, 12]) : random.int(1, 12));
  const account = accounts.find((one) => one.code === good.account);
  const unit = BigInt(Math.max(1, Math.round(price)));
  return priceLine(
    {
      description: good.text,
      quantity,
      unitPrice: fromMinor(unit, currency.decimals),
      discount: fromMinor(random.chance(0.1) ? unit / 10n : 0n, currency.decimals),
      taxRate,
      accountId: account?.id ?? 1,
    },
    currency.decimals,
  );
}

/** The rate of the day: a little off the book's own. */
function wobble(random: Random, currency: Currency): string {
  return currency.base ? '1' : (Number(currency.rate) * (0.97 + random.next() * 0.06)).toFixed(6);
}
