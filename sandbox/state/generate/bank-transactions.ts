import type { BankTransaction, BillPayment, Expense, Payment } from '../records/money.ts';
import type { Account, BankAccount } from '../records/setup.ts';
import { made } from './business.ts';
import { atHour, dayMs } from './dates.ts';
import { accountOf } from './lines.ts';

interface BankInput {
  accounts: readonly Account[];
  bankAccounts: readonly BankAccount[];
  payments: readonly Payment[];
  billPayments: readonly BillPayment[];
  expenses: readonly Expense[];
  now: number;
}

/** Money that moved, before it is seen on an account. */
type Movement = Pick<
  BankTransaction,
  'direction' | 'accountId' | 'contactId' | 'currencyId' | 'rate' | 'amount' | 'bookedOn' | 'text'
> & { created: string; from: number };

/** How far back the bank's feed goes. */
const feedDays = 180;

/** What the bank's feed brought since it was switched on: every payment and expense, the morning after it. */
export function generateBankTransactions(input: BankInput): BankTransaction[] {
  const since = new Date(input.now - feedDays * dayMs).toISOString();
  const latest = input.now - 60_000;
  return movements(input)
    .filter((movement) => movement.created >= since)
    .map((movement) => ({
      ...movement,
      // Never before the record that it belongs to.
      at: Math.max(Date.parse(movement.created), atHour(Date.parse(movement.created) + dayMs, 7.5, latest)),
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ at, created: _, from, ...movement }, index): BankTransaction => {
      const age = (input.now - at) / dayMs;
      const isIn = movement.direction === 'in';
      return {
        ...made(index + 1, at),
        bankAccountId: input.bankAccounts.find((one) => one.accountId === from)?.id ?? 1,
        ...movement,
        kind: isIn ? 'deposit' : 'withdrawal',
        status: age < 1 ? 'pending' : age < 10 ? 'posted' : 'reconciled',
        fromAccountId: isIn ? null : from,
        toAccountId: isIn ? from : null,
      };
    });
}

function movements({ accounts, payments, billPayments, expenses }: BankInput): Movement[] {
  const [receivable, payable] = [accountOf(accounts, '1100'), accountOf(accounts, '2100')];
  const settled = (one: Payment | BillPayment, direction: 'in' | 'out', accountId: number): Movement => ({
    created: one.created,
    from: one.accountId,
    direction,
    accountId,
    contactId: one.contactId,
    currencyId: one.currencyId,
    rate: one.rate,
    amount: one.amount,
    bookedOn: one.paidOn,
    text: one.reference,
  });
  return [
    ...payments.map((one) => settled(one, 'in', receivable)),
    ...billPayments.map((one) => settled(one, 'out', payable)),
    ...expenses
      .filter((one) => one.status === 'booked')
      .map(
        (one): Movement => ({
          created: one.created,
          from: one.accountId,
          direction: 'out',
          accountId: one.lines[0]?.accountId ?? payable,
          contactId: one.contactId,
          currencyId: one.currencyId,
          rate: one.rate,
          amount: one.total,
          bookedOn: one.spentOn,
          text: one.lines[0]?.description ?? 'Expense',
        }),
      ),
  ];
}
