import { Decimal } from 'decimal.js';
import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { moveRow } from '../rows/ledger.ts';
import { shownDescription } from '../writing/payment-description.ts';
import { dayStart, difference, idText, isNegative, latestStamp, negated, sum } from './values.ts';

type Move = z.infer<typeof moveRow>;

/** Booked in the company's currency. Taxes are lines of their own, so that no line has one. */
export function mapJournalEntry(row: Move): Canonical<'JOURNAL_ENTRY'> {
  const lines = row['lines.'].map(mapJournalLine);
  const number = row.post_number ?? row.number;
  return {
    platformId: String(row.id),
    platformUniqueId: number,
    fields: {
      document_number: number,
      posted_date: dayStart(row.date),
      currency_id: String(row['company.'].currency),
      currency_rate: '1',
      description: shownDescription(row.description),
      amount: sum(lines.flatMap(({ type, net_amount }) => (type === 'debit' && net_amount) || [])),
      updated_at: latestStamp([row]),
    },
    children: { journal_lines: lines },
  };
}

/** A line of nothing, which Tryton allows, is on neither side. */
function mapJournalLine(line: Move['lines.'][number]): Canonical<'JOURNAL_ENTRY'>['children']['journal_lines'][number] {
  const balance = difference(line.debit, line.credit);
  const isCredit = isNegative(balance);
  return {
    platform_id: String(line.id),
    account_id: String(line.account),
    contact_id: idText(line.party),
    type: new Decimal(balance).isZero() ? null : isCredit ? 'credit' : 'debit',
    description: line.description,
    net_amount: isCredit ? negated(balance) : balance,
    tax_amount: null,
    updated_at: null,
  };
}
