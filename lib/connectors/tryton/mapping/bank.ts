import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { bankAccountRow, statementLineRow } from '../rows/bank.ts';
import { dayStart, idText, isNegative, latestStamp, negated } from './values.ts';

type BankAccount = z.infer<typeof bankAccountRow>;

/** Tryton has no name for it but that of the journal in which its statements are kept, and no kind. */
export function mapBankAccount(row: BankAccount): Canonical<'BANK_ACCOUNT'> {
  const numbers = row['numbers.'];
  const [journal] = row.journals;
  return {
    platformId: String(row.id),
    platformUniqueId: null,
    fields: {
      institution_name: row['bank.']?.['party.'].name ?? null,
      account_name: journal?.name ?? null,
      account_number: (numbers.find(({ type }) => type === 'iban') ?? numbers[0])?.number ?? null,
      balance: balanceOf(row),
      currency_id: idText(row.currency ?? journal?.currency),
      category: 'unknown',
      updated_at: latestStamp([row, ...numbers]),
    },
    children: {},
  };
}

/** What the books say, when they keep it on one account and in its own currency. */
function balanceOf({ currency, journals }: BankAccount): string | null {
  const accounts = new Map(journals.flatMap((journal) => accountOf(journal)).map((account) => [account.id, account]));
  const [account] = accounts.values();
  if (!account || accounts.size > 1) return null;
  return (currency ?? journals[0]?.currency) === account.currency ? account.balance : null;
}

const accountOf = (journal: BankAccount['journals'][number]) => journal['account.'] ?? [];

type StatementLine = z.infer<typeof statementLineRow>;

/** Tryton's amounts are positive for money that came in. Its statements are drafts until they are checked. */
export function mapBankTransaction(row: StatementLine): Canonical<'BANK_TRANSACTION'> {
  const { 'journal.': journal, ...statement } = row['statement.'];
  const isOut = isNegative(row.amount);
  const [own, other] = [idText(journal.account), idText(row.account)];
  return {
    platformId: String(row.id),
    platformUniqueId: row.number,
    fields: {
      contact_id: idText(row.party),
      account_id: own,
      from_account_id: isOut ? own : other,
      to_account_id: isOut ? other : own,
      currency_id: String(journal.currency),
      amount: isOut ? negated(row.amount) : row.amount,
      type: isOut ? 'withdrawal' : 'deposit',
      debit_or_credit: isOut ? 'debit' : 'credit',
      status: statuses.get(statement.state) ?? 'unknown',
      currency_rate: journal.currency === row['company.'].currency ? '1' : null,
      transaction_date: row.date && dayStart(row.date),
      updated_at: latestStamp([row, statement]),
    },
    children: {},
  };
}

const statuses = new Map([
  ['draft', 'pending' as const],
  ['validated', 'pending' as const],
  ['posted', 'posted' as const],
  ['cancelled', 'void' as const],
]);
