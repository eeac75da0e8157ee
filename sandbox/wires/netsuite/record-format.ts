import type { Book } from '../../state/book.ts';
import type { Contact } from '../../state/records/contact.ts';
import type { Payment } from '../../state/records/money.ts';
import { transactionId } from './ids.ts';
import { accountOfType } from './tables/setup.ts';

const refer = (id: number) => ({ id: String(id) });
const moment = (iso: string) => iso.replace(/\.\d{3}Z$/, 'Z');

/** A customer or a vendor as the record service shows it. */
export const formatEntity = (contact: Contact) => ({
  id: String(contact.id),
  externalId: contact.externalId ?? undefined,
  companyName: contact.name,
  email: contact.emails[0],
  isInactive: contact.status !== 'active',
  currency: refer(contact.currencyId),
  lastModifiedDate: moment(contact.modified),
});

/** A customer payment as the record service shows it. */
export const formatPayment = (book: Book, payment: Payment) => ({
  id: String(transactionId('payments', payment.id)),
  externalId: payment.externalId ?? undefined,
  customer: refer(payment.contactId),
  currency: refer(payment.currencyId),
  account: refer(payment.accountId),
  arAcct: refer(accountOfType(book, 'AcctRec')),
  exchangeRate: Number(payment.rate),
  payment: Number(payment.amount),
  tranDate: payment.paidOn,
  tranId: payment.reference,
  memo: payment.note ?? undefined,
  apply: {
    items: [{ doc: refer(transactionId('invoices', payment.invoiceId)), apply: true, amount: Number(payment.amount) }],
  },
  lastModifiedDate: moment(payment.modified),
});
