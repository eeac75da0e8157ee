import { z } from 'zod';
import type { Book } from '../../../state/book.ts';
import { dayOf } from '../../../state/generate/dates.ts';
import type { Fields } from '../../../state/ledger.ts';
import { bankAccountIn } from '../../../state/lookups.ts';
import type { Invoice } from '../../../state/records/trade.ts';
import { documentId } from '../ids.ts';
import { reference } from '../record-body.ts';
import { netsuiteRefusal } from '../refusal.ts';
import { accountType } from '../tables/setup.ts';
import { freeExternalId } from './external-id.ts';

/** Amounts may come as numbers or texts; a text keeps every digit. */
const amount = z
  .union([z.number(), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,18}(\.\d{1,8})?$/));

export const paymentBody = z.strictObject({
  externalId: z.string().min(1).max(100).optional(),
  customer: reference.optional(),
  currency: reference.optional(),
  subsidiary: reference.optional(),
  account: reference.optional(),
  undepFunds: z.boolean().optional(),
  arAcct: reference.optional(),
  exchangeRate: amount.optional(),
  tranDate: z.iso.date().optional(),
  tranId: z.string().min(1).max(45).optional(),
  memo: z.string().max(999).optional(),
  checkNumber: z.string().max(45).optional(),
  autoApply: z.boolean().optional(),
  payment: amount.optional(),
  apply: z
    .strictObject({
      items: z.array(z.strictObject({ doc: reference, apply: z.boolean(), amount, line: z.int().optional() })),
    })
    .optional(),
});

const refused = (message: string, path?: string) => netsuiteRefusal(400, 'USER_ERROR', message, { path });

/** The payment that a body makes. Throws Refusal; what the books do not allow is theirs to say. */
export function paymentFields(book: Book, given: z.output<typeof paymentBody>, now: number): Fields<'payments'> {
  if (!given.customer) throw refused('Please enter value(s) for: Customer', 'customer');
  const applied = (given.apply?.items ?? []).filter((one) => one.apply);
  const [application, ...others] = applied;
  // The books behind this wire know no payment of several invoices, and none of no invoice.
  if (!application || others.length > 0) throw refused('Apply this payment to exactly one invoice here', 'apply.items');
  const { invoice, path } = invoiceOf(book, application.doc.id, given.apply?.items.indexOf(application) ?? 0);
  requireReceivable(book, given.arAcct?.id);
  if (given.account && given.undepFunds) throw refused('Choose an account or undeposited funds', 'undepFunds');
  return {
    externalId: freeExternalId(book, 'payments', given.externalId),
    invoiceId: invoice.id,
    contactId: given.customer.id,
    accountId: given.account?.id ?? bankAccountIn(book, invoice.currencyId),
    currencyId: given.currency?.id ?? invoice.currencyId,
    rate: given.exchangeRate ?? invoice.rate,
    amount: inPlaces(application.amount, `${path}.amount`),
    paidOn: given.tranDate ?? dayOf(now),
    reference: given.tranId ?? `PYMT${book.tables.payments.nextId()}`,
    method: 'transfer',
    note: given.memo ?? null,
  };
}

function invoiceOf(book: Book, id: number, index: number): { invoice: Invoice; path: string } {
  const path = `apply.items[${index}]`;
  const invoice = book.tables.invoices.live(documentId('invoices', id) ?? 0);
  if (!invoice)
    throw netsuiteRefusal(400, 'NONEXISTENT_ID', `The record ${id} does not exist.`, { path: `${path}.doc` });
  return { invoice, path };
}

function requireReceivable(book: Book, id: number | undefined): void {
  const account = id === undefined ? null : book.tables.accounts.live(id);
  if (account === null || (account && accountType(account) === 'AcctRec')) return;
  throw refused(`Invalid Field Value ${id} for the following field: aracct`, 'arAcct');
}

/** The books keep four digits after the point at most. */
function inPlaces(text: string, path: string): string {
  const short = text.replace(/(\.\d{1,4})0*$/, '$1');
  if (/\.\d{5}/.test(short)) throw refused('The amount has too many decimals', path);
  return short;
}
