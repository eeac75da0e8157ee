import { fromMinor } from '../money.ts';
import type { Journal, JournalLine } from '../records/money.ts';
import type { Account, Currency } from '../records/setup.ts';
import { made, priceIn } from './business.ts';
import { atHour, dayMs, dayOf } from './dates.ts';
import { accountOf } from './lines.ts';
import type { Random } from './random.ts';

/** A booking of every month: what is debited, and the shares of it that are credited, of a hundred. */
interface Habit {
  description: string;
  debit: string;
  credits: readonly (readonly [account: string, share: bigint])[];
  /** In US dollars. */
  price: readonly [number, number];
}

const habits: readonly Habit[] = [
  { description: 'Depreciation', debit: '6600', credits: [['0190', 100n]], price: [400, 900] },
  { description: 'Accrued rent', debit: '6100', credits: [['2110', 100n]], price: [800, 1400] },
  {
    description: 'Wages and salaries',
    debit: '6000',
    credits: [
      ['2300', 72n],
      ['2220', 28n],
    ],
    price: [5_000, 14_000],
  },
];

/** What is booked by hand at the end of each of the last 23 months. */
export function generateJournals(
  random: Random,
  input: { base: Currency; accounts: readonly Account[]; now: number },
): Journal[] {
  const { base, accounts, now } = input;
  return Array.from({ length: 23 }, (_, index) => monthEnd(now, 23 - index)).flatMap((end, month) =>
    habits.map((habit, index): Journal => {
      const created = atHour(end, 18, now);
      const amount = priceIn(random, base, habit.price);
      const id = month * habits.length + index + 1;
      return {
        ...made(id, created),
        number: `JE-${dayOf(end).slice(0, 7)}-${index + 1}`,
        postedOn: dayOf(end),
        currencyId: base.id,
        rate: '1',
        description: `${habit.description}, ${dayOf(end).slice(0, 7)}`,
        amount: fromMinor(amount, base.decimals),
        lines: sidesOf(habit, amount, base, accounts),
      };
    }),
  );
}

/** The last day of the month that many months ago. */
function monthEnd(now: number, monthsAgo: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 - monthsAgo, 1) - dayMs;
}

function sidesOf(habit: Habit, amount: bigint, base: Currency, accounts: readonly Account[]): JournalLine[] {
  const line = (side: JournalLine['side'], code: string, net: bigint): JournalLine => ({
    side,
    accountId: accountOf(accounts, code),
    contactId: null,
    description: habit.description,
    net: fromMinor(net, base.decimals),
    tax: fromMinor(0n, base.decimals),
  });
  // The last share takes what rounding leaves.
  let left = amount;
  const credits = habit.credits.map(([code, share], index) => {
    const net = index === habit.credits.length - 1 ? left : (amount * share) / 100n;
    left -= net;
    return line('credit', code, net);
  });
  return [line('debit', habit.debit, amount), ...credits];
}
