import { fromMinor, toMinor } from '../money.ts';
import type { Bill, CreditNote, CreditStatus, Invoice, SupplierCredit } from '../records/trade.ts';
import { totalsOf } from '../totals.ts';
import { made, yearlyNumbers } from './business.ts';
import { dayMs, dayOf, officeHours } from './dates.ts';
import type { Random } from './random.ts';

interface CreditInput<D extends Invoice | Bill> {
  documents: readonly D[];
  decimalsOf: (currencyId: number) => number;
  now: number;
}

/** What customers got back of settled invoices, oldest first. */
export const generateCreditNotes = (random: Random, input: CreditInput<Invoice>): CreditNote[] =>
  generateCredits(random, input, 'CN', 0.03).map(({ documentId, ...credit }) => ({
    ...credit,
    invoiceIds: [documentId],
  }));

/** What suppliers gave back of settled bills, oldest first. */
export const generateSupplierCredits = (random: Random, input: CreditInput<Bill>): SupplierCredit[] =>
  generateCredits(random, input, 'SC', 0.03).map(({ documentId, ...credit }) => ({ ...credit, billIds: [documentId] }));

/** Credits for the first line of some settled documents: what was paid too much is given back, mostly at once. */
function generateCredits<D extends Invoice | Bill>(
  random: Random,
  input: CreditInput<D>,
  prefix: string,
  share: number,
) {
  const numberOf = yearlyNumbers(prefix);
  const latest = input.now - 60_000;
  const settled = input.documents.filter((document) => document.status === 'settled');
  return settled
    .filter((_, index) => random.chance(share) || index === 0)
    .map((document) => ({
      document,
      created: Math.max(
        Date.parse(document.modified),
        officeHours(random, Date.parse(document.modified) + random.int(1, 20) * dayMs, latest),
      ),
    }))
    .sort((a, b) => a.created - b.created)
    .map(({ document, created }, index) => {
      const decimals = input.decimalsOf(document.currencyId);
      const lines = document.lines.slice(0, 1);
      const totals = totalsOf(lines, decimals);
      const total = toMinor(totals.total, decimals);
      const status = random.pick<CreditStatus>(['refunded', 'refunded', 'refunded', 'part_refunded', 'issued']);
      const left = status === 'refunded' ? 0n : status === 'issued' ? total : total - total / 2n;
      return {
        ...made(index + 1, created),
        documentId: document.id,
        number: numberOf(created),
        status,
        contactId: document.contactId,
        currencyId: document.currencyId,
        rate: document.rate,
        issuedOn: dayOf(created),
        ...totals,
        balance: fromMinor(left, decimals),
        note: `Goods returned, ${document.number}`,
        lines,
      };
    });
}
