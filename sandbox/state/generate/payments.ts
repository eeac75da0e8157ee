import type { Account, Currency, Invoice, Payment } from '../book.ts';
import { fromMinor, toMinor } from '../money.ts';
import { atHour, dayMs, dayOf, iso, officeHours } from './dates.ts';
import type { Random } from './random.ts';

export interface PaymentInput {
  currencies: readonly Currency[];
  accounts: readonly Account[];
  invoices: readonly Invoice[];
  now: number;
}

interface Planned {
  invoice: Invoice;
  currency: Currency;
  amount: bigint;
  at: number;
}

/**
 * What customers paid, oldest first. Older invoices are mostly settled, some in two or three parts; a share comes from
 * the bank import of half past seven and shares its stamp. The invoices' balance, status and stamp are brought along.
 */
export function generatePayments(random: Random, input: PaymentInput): Payment[] {
  const planned = input.invoices.flatMap((invoice) => plan(random, input, invoice)).sort((a, b) => a.at - b.at);
  return planned.map((one, index) => {
    apply(one);
    const bank = input.accounts.find((account) => account.group === 'bank' && account.currencyId === one.currency.id);
    return {
      id: index + 1,
      created: iso(one.at),
      modified: iso(one.at),
      deleted: null,
      externalId: null,
      invoiceId: one.invoice.id,
      contactId: one.invoice.contactId,
      accountId: bank?.id ?? 1,
      currencyId: one.currency.id,
      rate: one.invoice.rate,
      amount: fromMinor(one.amount, one.currency.decimals),
      paidOn: dayOf(one.at),
      reference: `RCP-${String(index + 1).padStart(6, '0')}`,
      method: random.pick(['transfer', 'transfer', 'transfer', 'card', 'direct_debit', 'cash', 'cheque'] as const),
      note: random.chance(0.12) ? `Ref. ${one.invoice.number}` : null,
    };
  });
}

function plan(random: Random, input: PaymentInput, invoice: Invoice): Planned[] {
  const currency = input.currencies.find((one) => one.id === invoice.currencyId);
  const total = currency ? toMinor(invoice.total, currency.decimals) : 0n;
  if (!currency || total <= 0n || invoice.status === 'draft' || invoice.status === 'cancelled') return [];
  const created = Date.parse(invoice.created);
  const latest = input.now - 2 * 60_000;
  const age = (input.now - created) / dayMs;
  const settles = random.chance(age > 90 ? 0.84 : age > 30 ? 0.6 : 0.2);
  if (!settles && !random.chance(0.3)) return [];
  const parts = settles && random.chance(0.05) ? random.pick([2, 2, 3]) : 1;
  const share = settles ? total : (total * BigInt(random.int(20, 80))) / 100n;
  return Array.from({ length: parts }, (_, index): Planned => {
    const span = Math.min(70 * dayMs, latest - created);
    const day = created + ((index + random.next()) / parts) * span;
    const at = random.chance(0.3) ? atHour(day, 7.5, latest) : officeHours(random, day, latest);
    const each = share / BigInt(parts);
    const amount = index === parts - 1 ? share - each * BigInt(parts - 1) : each;
    return { invoice, currency, amount, at: Math.max(at, created + 60_000) };
  }).filter((one) => one.amount > 0n);
}

function apply({ invoice, currency, amount, at }: Planned): void {
  const balance = toMinor(invoice.balance, currency.decimals) - amount;
  invoice.balance = fromMinor(balance, currency.decimals);
  if (balance === 0n) invoice.status = 'settled';
  else if (invoice.status === 'issued') invoice.status = 'part_paid';
  if (iso(at) > invoice.modified) invoice.modified = iso(at);
}
