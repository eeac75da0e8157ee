import { fromMinor, toMinor } from '../money.ts';
import type { BillPayment, Payment } from '../records/money.ts';
import type { Account, Currency } from '../records/setup.ts';
import type { Bill, Invoice } from '../records/trade.ts';
import { made } from './business.ts';
import { atHour, dayMs, dayOf, iso, officeHours } from './dates.ts';
import type { Random } from './random.ts';

export interface PaymentInput<D extends Invoice | Bill> {
  currencies: readonly Currency[];
  accounts: readonly Account[];
  documents: readonly D[];
  now: number;
}

interface Planned<D extends Invoice | Bill> {
  document: D;
  currency: Currency;
  amount: bigint;
  at: number;
}

/** What customers paid, oldest first; see `generateSettlements`. */
export const generatePayments = (random: Random, input: PaymentInput<Invoice>): Payment[] =>
  generateSettlements(random, input, 'RCP').map(({ documentId, ...payment }) => ({
    ...payment,
    externalId: null,
    invoiceId: documentId,
  }));

/** What was paid to suppliers, oldest first; see `generateSettlements`. */
export const generateBillPayments = (random: Random, input: PaymentInput<Bill>): BillPayment[] =>
  generateSettlements(random, input, 'PMT').map(({ documentId, ...payment }) => ({ ...payment, billId: documentId }));

/**
 * Payments of documents, oldest first. Older documents are mostly settled, some in two or three parts; a share comes from
 * the bank import of half past seven and shares its stamp. The documents' balance, status and stamp are brought along.
 */
function generateSettlements<D extends Invoice | Bill>(random: Random, input: PaymentInput<D>, prefix: string) {
  const planned = input.documents.flatMap((document) => plan(random, input, document)).sort((a, b) => a.at - b.at);
  return planned.map((one, index) => {
    apply(one);
    const bank = input.accounts.find((account) => account.group === 'bank' && account.currencyId === one.currency.id);
    return {
      ...made(index + 1, one.at),
      documentId: one.document.id,
      contactId: one.document.contactId,
      accountId: bank?.id ?? 1,
      currencyId: one.currency.id,
      rate: one.document.rate,
      amount: fromMinor(one.amount, one.currency.decimals),
      paidOn: dayOf(one.at),
      reference: `${prefix}-${String(index + 1).padStart(6, '0')}`,
      method: random.pick(['transfer', 'transfer', 'transfer', 'card', 'direct_debit', 'cash', 'cheque'] as const),
      note: random.chance(0.12) ? `Ref. ${one.document.number}` : null,
    };
  });
}

function plan<D extends Invoice | Bill>(random: Random, input: PaymentInput<D>, document: D): Planned<D>[] {
  const currency = input.currencies.find((one) => one.id === document.currencyId);
  const total = currency ? toMinor(document.total, currency.decimals) : 0n;
  if (!currency || total <= 0n || document.status === 'draft' || document.status === 'cancelled') return [];
  const created = Date.parse(document.created);
  const latest = input.now - 2 * 60_000;
  const age = (input.now - created) / dayMs;
  const settles = random.chance(age > 90 ? 0.84 : age > 30 ? 0.6 : 0.2);
  if (!settles && !random.chance(0.3)) return [];
  const parts = settles && random.chance(0.05) ? random.pick([2, 2, 3]) : 1;
  const share = settles ? total : (total * BigInt(random.int(20, 80))) / 100n;
  return Array.from({ length: parts }, (_, index): Planned<D> => {
    const span = Math.min(70 * dayMs, latest - created);
    const day = created + ((index + random.next()) / parts) * span;
    const at = random.chance(0.3) ? atHour(day, 7.5, latest) : officeHours(random, day, latest);
    const each = share / BigInt(parts);
    const amount = index === parts - 1 ? share - each * BigInt(parts - 1) : each;
    return { document, currency, amount, at: Math.max(at, created + 60_000) };
  }).filter((one) => one.amount > 0n);
}

function apply({ document, currency, amount, at }: Planned<Invoice | Bill>): void {
  const balance = toMinor(document.balance, currency.decimals) - amount;
  document.balance = fromMinor(balance, currency.decimals);
  if (balance === 0n) document.status = 'settled';
  else if (document.status === 'issued') document.status = 'part_paid';
  if (iso(at) > document.modified) document.modified = iso(at);
}
