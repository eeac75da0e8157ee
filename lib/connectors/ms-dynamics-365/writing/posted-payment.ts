import { z } from 'zod';
import type { OpenCompany } from '../company.ts';
import { allOf, pathWith, quoted } from '../odata.ts';
import { isOurNumber } from '../payment-text.ts';

const entryRow = z.object({ id: z.string(), documentNumber: z.string() });
const received = ["documentType eq 'Payment'", 'creditAmount gt 0'];

/** Where a payment is looked for by its number. */
export const postedPath = (company: OpenCompany, documentNumber: string) =>
  pathWith(`${company.path}/generalLedgerEntries`, {
    $filter: allOf(`documentNumber eq ${quoted(documentNumber)}`, ...received),
  });

/** The entry that a payment has made on what the customer owes; null where it is not posted. Throws ConnectorError. */
export async function findPosted(
  company: OpenCompany,
  documentNumber: string,
  signal: AbortSignal,
): Promise<string | null> {
  const { rows } = await company.client.list(postedPath(company, documentNumber), 10, signal);
  return entryRow.safeParse(rows[0]).data?.id.toLowerCase() ?? null;
}

/**
 * The latest entry that may be a payment which the journal's own numbers were given to when it was posted: it says what
 * ours says, and has no number of ours.
 */
export async function findRenumbered(
  company: OpenCompany,
  { description, postingDate }: { description: string; postingDate: string },
  signal: AbortSignal,
): Promise<string | null> {
  const path = pathWith(`${company.path}/generalLedgerEntries`, {
    $filter: allOf(`description eq ${quoted(description)}`, `postingDate eq ${postingDate}`, ...received),
    $orderby: 'entryNumber desc',
  });
  const { rows } = await company.client.list(path, 100, signal);
  const entries = rows.map((row) => entryRow.parse(row));
  return entries.find((entry) => !isOurNumber(entry.documentNumber))?.id.toLowerCase() ?? null;
}
