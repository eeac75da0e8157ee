import { z } from 'zod';
import type { Row } from './client.ts';
import type { OpenCompany } from './company.ts';
import { allOf, inChunks, oneOf, pathWith, quoted } from './odata.ts';
import { namedInvoice } from './payment-text.ts';
import { decimal } from './rows/values.ts';

/**
 * One side of trade. The API has no list of posted payments: they are in the general ledger, as entries of the document
 * type Payment on the accounts that invoices of that side are owed on.
 */
export interface Side {
  /** The collection of the documents that are paid. */
  documents: 'salesInvoices' | 'purchaseInvoices';
  /** Its field that names who pays, or is paid. */
  party: 'customerId' | 'vendorId';
  /** The column in which an invoice adds to what is owed. */
  owed: 'debitAmount' | 'creditAmount';
  /** The column in which a payment takes from it. */
  paid: 'debitAmount' | 'creditAmount';
}

export const sides = {
  received: { documents: 'salesInvoices', party: 'customerId', owed: 'debitAmount', paid: 'creditAmount' },
  made: { documents: 'purchaseInvoices', party: 'vendorId', owed: 'creditAmount', paid: 'debitAmount' },
} as const satisfies Record<string, Side>;

/** How many of the latest documents tell which accounts they are owed on. */
const sample = 40;

const document = z.object({ id: z.string(), number: z.string(), status: z.string() });
const entry = z.object({
  documentNumber: z.string(),
  accountId: z.string(),
  debitAmount: decimal,
  creditAmount: decimal,
});

/** The filter of a side's payments; null where no document was ever posted, and so none can be paid. */
export async function whereOf(company: OpenCompany, side: Side, signal: AbortSignal): Promise<string | null> {
  const accounts = await accountsOwedOn(company, side, signal);
  if (accounts.length === 0) return null;
  return allOf("documentType eq 'Payment'", `${side.paid} gt 0`, oneOf('accountId', accounts));
}

/**
 * The accounts that a side's documents are owed on. No field says so, and names of accounts and categories are in the
 * language of the books: it is told by the largest entry that each of the latest documents has in the column of what is
 * owed, which is its total.
 */
async function accountsOwedOn(company: OpenCompany, side: Side, signal: AbortSignal): Promise<string[]> {
  const { client, path } = company;
  const filter = oneOf('status', ["'Open'", "'Paid'"]);
  const query = { $filter: filter, $orderby: 'lastModifiedDateTime desc', $top: String(sample) };
  const posted = await client.list(pathWith(`${path}/${side.documents}`, query), sample, signal);
  const numbers = posted.rows.flatMap((row) => document.safeParse(row).data?.number ?? []);
  if (numbers.length === 0) return [];
  const entries = await client.list(
    pathWith(`${path}/generalLedgerEntries`, {
      $filter: allOf("documentType eq 'Invoice'", `${side.owed} gt 0`, oneOf('documentNumber', numbers.map(quoted))),
    }),
    5000,
    signal,
  );
  const largest = new Map<string, { accountId: string; amount: number }>();
  for (const row of entries.rows) {
    const read = entry.safeParse(row).data;
    const amount = Number(read?.[side.owed] ?? 0);
    if (read && amount > (largest.get(read.documentNumber)?.amount ?? 0)) {
      largest.set(read.documentNumber, { accountId: read.accountId, amount });
    }
  }
  return [...new Set([...largest.values()].map(({ accountId }) => accountId))].sort();
}

/** Entries with the document that each names in its description, where there is such a document. */
export async function withDocuments(
  company: OpenCompany,
  side: Side,
  rows: readonly Row[],
  signal: AbortSignal,
): Promise<Row[]> {
  const nameOf = (row: Row) => (typeof row.description === 'string' ? namedInvoice(row.description) : null);
  const numbers = [...new Set(rows.map(nameOf))].filter((name) => name !== null);
  const found = new Map<string, { id: string; contactId: string | null }>();
  for (const chunk of inChunks(numbers)) {
    const query = { $filter: oneOf('number', chunk.map(quoted)) };
    const page = await company.client.list(pathWith(`${company.path}/${side.documents}`, query), chunk.length, signal);
    for (const row of page.rows) {
      const read = document.safeParse(row).data;
      const party = row[side.party];
      if (!read) continue;
      found.set(read.number, {
        id: read.id.toLowerCase(),
        contactId: typeof party === 'string' ? party.toLowerCase() : null,
      });
    }
  }
  return rows.map((row) => ({ ...row, '@document': found.get(nameOf(row) ?? '') ?? null }));
}
