import { fromMinor } from '../money.ts';
import type { Contact } from '../records/contact.ts';
import type { Account, Currency } from '../records/setup.ts';
import type { TradeLine } from '../records/trade.ts';
import { priceLine } from '../totals.ts';
import { priceIn } from './business.ts';
import type { Random } from './random.ts';
import { taxRateIdOf } from './tax-rates.ts';
import type { Ware, Wares } from './wares.ts';

/** What documents are made of. */
export interface TradeInput {
  currencies: readonly Currency[];
  accounts: readonly Account[];
  contacts: readonly Contact[];
  /** Percent, on what is traded in the book's own currency. */
  salesTax: string;
  count: number;
  now: number;
}

/** The currency of a contact, in which all its documents are. */
export function currencyOfContact(input: TradeInput, contact: Contact): Currency {
  const currency = input.currencies.find((one) => one.id === contact.currencyId);
  if (!currency) throw new Error('A contact without a currency of the book');
  return currency;
}

/** One of the contacts, the first ones often: few trade much, many trade once. */
export const skewedPick = (random: Random, contacts: readonly Contact[]): Contact =>
  contacts[Math.floor(contacts.length * random.next() ** 2)] ?? random.pick(contacts);

/** One to five lines of what is bought or sold. */
export function tradeLines(random: Random, input: TradeInput, currency: Currency, wares: Wares): TradeLine[] {
  const count = random.pick([1, 1, 1, 2, 2, 2, 3, 3, 4, 5]);
  return Array.from({ length: count }, () => tradeLine(random, input, currency, wares));
}

export function tradeLine(random: Random, input: TradeInput, currency: Currency, wares: Wares): TradeLine {
  const index = random.int(0, wares.list.length - 1);
  const ware = wares.list[index] ?? random.pick(wares.list);
  const unit = priceIn(random, currency, ware.price);
  const taxRate = currency.base ? input.salesTax : '0';
  return priceLine(
    {
      description: ware.text,
      quantity: quantityOf(random, ware),
      unitPrice: fromMinor(unit, currency.decimals),
      discount: fromMinor(random.chance(0.1) ? unit / 10n : 0n, currency.decimals),
      taxRate,
      accountId: accountOf(input.accounts, ware.account),
      itemId: wares.firstItemId === null ? null : wares.firstItemId + index,
      taxRateId: taxRateIdOf(taxRate),
    },
    currency.decimals,
  );
}

/** The account of a code; the first where the chart has none. */
export const accountOf = (accounts: readonly Account[], code: string): number =>
  accounts.find((one) => one.code === code)?.id ?? 1;

function quantityOf(random: Random, ware: Ware): string {
  if (ware.by === 'hour') return String(random.int(2, 64) / 4);
  return String(ware.by === 'month' ? random.pick([1, 1, 3, 12]) : random.int(1, 12));
}
