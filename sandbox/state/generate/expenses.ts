import type { Expense } from '../records/money.ts';
import { totalsOf } from '../totals.ts';
import { businessMoments, made } from './business.ts';
import { dayMs, dayOf } from './dates.ts';
import { accountOf, type TradeInput, tradeLine } from './lines.ts';
import type { Random } from './random.ts';
import { overheadsAsNone } from './wares.ts';

/** What was spent at once, oldest first, in the book's own currency: mostly from the bank, small things in cash. */
export function generateExpenses(random: Random, input: TradeInput): Expense[] {
  const base = input.currencies.find((currency) => currency.base) ?? random.pick(input.currencies);
  const suppliers = input.contacts.filter((one) => one.kind !== 'customer' && one.currencyId === base.id);
  const [bank, cash] = [accountOf(input.accounts, '1200'), accountOf(input.accounts, '1250')];
  return businessMoments(random, input.count, input.now).map((created, index): Expense => {
    const lines = Array.from({ length: random.pick([1, 1, 2]) }, () => tradeLine(random, input, base, overheadsAsNone));
    const isDraft = input.now - created < 5 * dayMs && random.chance(0.3);
    return {
      ...made(index + 1, created),
      status: isDraft ? 'draft' : random.chance(0.02) ? 'cancelled' : 'booked',
      accountId: random.chance(0.25) ? cash : bank,
      contactId: suppliers.length > 0 && random.chance(0.4) ? random.pick(suppliers).id : null,
      currencyId: base.id,
      rate: '1',
      spentOn: dayOf(created),
      ...totalsOf(lines, base.decimals),
      note: random.chance(0.2) ? 'Receipt in the folder' : null,
      lines,
    };
  });
}
