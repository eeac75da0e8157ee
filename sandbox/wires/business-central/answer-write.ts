import { type Answer, type Call, readJson } from '../../http.ts';
import type { Book } from '../../state/book.ts';
import { createRecord, type Fields, updateRecord } from '../../state/ledger.ts';
import { LedgerError } from '../../state/ledger-error.ts';
import { baseCurrency } from '../../state/lookups.ts';
import type { Contact } from '../../state/records/contact.ts';
import { carryOut, interfere } from '../native/interference.ts';
import type { BusinessCentralWire } from './business-central-wire.ts';
import { customer, vendor } from './format/contact.ts';
import { numberOfGuid } from './guids.ts';
import { readParty, readPaymentLine, requireMatch } from './input.ts';
import {
  customerPayment,
  dialog,
  journalAccount,
  linesOf,
  nextLineId,
  postJournal,
  putLine,
  removeLine,
} from './journals.ts';
import { notFound } from './odata-error.ts';
import type { Segment } from './segment.ts';
import { etagOf, type WireRow, withEtag } from './wire-row.ts';

/** What a write comes to: a record made or changed, or nothing to show. */
interface Done {
  status: 200 | 201 | 204;
  row: WireRow | null;
}

type Deed = (body: unknown, at: Date) => Done;

/** Customers, vendors and lines of payment journals are made and changed, lines deleted, journals posted. */
export async function answerWrite(
  call: Call,
  wire: BusinessCentralWire,
  book: Book,
  segments: readonly Segment[],
): Promise<Answer> {
  const [first, second] = segments;
  const isParty = first?.name === 'customers' || first?.name === 'vendors';
  const deed = first && (isParty ? partyDeed(call, book, first) : paymentDeed(call, book, first, second));
  if (!deed || segments.length > 2) throw notFound(`Resource not found for the segment '${first?.name ?? ''}'.`);
  const place = { model: isParty ? 'contacts' : 'payments', page: null, on: 'write' as const };
  await interfere(call, book, place, wire);
  const isBodiless = call.method === 'DELETE' || second?.name === 'Microsoft.NAV.post';
  const body = isBodiless ? null : await readJson(call);
  const { status, row } = await carryOut(call, book, place, wire.store, async () => {
    const done = byTheBooks(() => deed(body, wire.now()));
    wire.store.changed();
    return done;
  });
  return { status, book: book.id, body: row === null ? null : withEtag(row) };
}

function byTheBooks<T>(deed: () => T): T {
  try {
    return deed();
  } catch (error) {
    if (error instanceof LedgerError) throw dialog(error.message);
    throw error;
  }
}

function partyDeed(call: Call, book: Book, { name, key }: Segment): Deed | null {
  const isCustomer = name === 'customers';
  const show = isCustomer ? customer : vendor;
  if (call.method === 'POST' && key === null) {
    return (body, at) => {
      const fields = { ...blank(book, isCustomer), ...readParty(book, body, null) };
      return { status: 201, row: show(book, createRecord(book, 'contacts', fields, at.toISOString())) };
    };
  }
  if (call.method !== 'PATCH' || key === null) return null;
  return (body, at) => {
    const number = numberOfGuid(book, isCustomer ? 'customer' : 'vendor', key);
    const contact = book.tables.contacts.live(number ?? 0);
    if (!contact) throw notFound('The record does not exist.');
    requireMatch(call.header('if-match'), etagOf(show(book, contact)));
    const changes = readParty(book, body, contact);
    return { status: 200, row: show(book, updateRecord(book, 'contacts', contact, changes, at.toISOString())) };
  };
}

const blank = (book: Book, isCustomer: boolean): Fields<'contacts'> => ({
  externalId: null,
  name: '',
  person: null,
  kind: isCustomer ? 'customer' : 'supplier',
  status: 'active' satisfies Contact['status'],
  currencyId: baseCurrency(book).id,
  taxNumber: null,
  registrationNumber: null,
  emails: [],
  websites: [],
  phones: [],
  addresses: [],
});

function paymentDeed(call: Call, book: Book, first: Segment, second: Segment | undefined): Deed | null {
  const { method } = call;
  if (first.name === 'customerPayments' && !second && first.key !== null && method === 'DELETE') {
    return deleteDeed(call, book, first.key);
  }
  if (first.key === null || !second) return null;
  if (first.name === 'journals' && second.name === 'Microsoft.NAV.post' && method === 'POST') {
    const account = journalOf(book, first.key);
    return (_, at) => {
      postJournal(book, account, at.toISOString());
      return { status: 204, row: null };
    };
  }
  if (first.name !== 'customerPaymentJournals' || second.name !== 'customerPayments') return null;
  const account = journalOf(book, first.key);
  if (method === 'POST' && second.key === null) return insertDeed(book, account);
  return method === 'DELETE' && second.key !== null ? deleteDeed(call, book, second.key) : null;
}

function journalOf(book: Book, key: string): number {
  const account = journalAccount(book, key);
  if (account === null) throw notFound('The journal does not exist.');
  return account;
}

function insertDeed(book: Book, account: number): Deed {
  return (body, at) => {
    const lineNumber = Math.max(0, ...linesOf(book, account).map((line) => line.lineNumber)) + 10_000;
    const line = readPaymentLine(book, body, {
      id: 0,
      modified: at.toISOString(),
      journalAccountId: account,
      lineNumber,
      contactId: 0,
      invoiceId: null,
      postedOn: at.toISOString().slice(0, 10),
      documentNumber: '',
      externalDocumentNumber: '',
      amount: '0',
      description: '',
      comment: '',
    });
    const made = { ...line, id: nextLineId(book) };
    putLine(book, made);
    return { status: 201, row: customerPayment(book, made) };
  };
}

function deleteDeed(call: Call, book: Book, key: string): Deed {
  return () => {
    const number = numberOfGuid(book, 'customerPayment', key);
    const line = linesOf(book, null).find(({ id }) => id === number);
    if (!line) throw notFound('The record does not exist.');
    requireMatch(call.header('if-match'), etagOf(customerPayment(book, line)));
    removeLine(book, line.id);
    return { status: 204, row: null };
  };
}
