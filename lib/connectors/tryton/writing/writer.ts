import type { PlatformWriter, WriteRequest } from '../../types.ts';
import type { Books } from '../books.ts';
import { findContact } from './find-contact.ts';
import { findPayment } from './find-payment.ts';
import { planContact, pushContact } from './push-contact.ts';
import { planPayment, pushPayment } from './push-payment.ts';
import { readRecords } from './read-records.ts';
import { refused } from './refusal.ts';

/** Writes contacts and payments into one company's books. */
export function trytonWriter(books: Books): PlatformWriter {
  return {
    plan: async (request, signal) => doing(books, request, signal).plan(),
    push: async (request, signal) => doing(books, request, signal).push(),
    find: async (request, signal) => doing(books, request, signal).find(),
    read: (model, platformIds, signal) => readRecords(books, model, platformIds, signal),
  };
}

function doing(books: Books, request: WriteRequest, signal: AbortSignal) {
  requireText(request.fields);
  requireKnownRawData(request);
  if (isContact(request)) {
    return {
      plan: () => planContact(books, request, signal),
      push: () => pushContact(books, request, signal),
      find: () => findContact(books, request, signal),
    };
  }
  if (isPayment(request)) {
    return {
      plan: () => planPayment(books, request, signal),
      push: () => pushPayment(books, request, signal),
      find: () => findPayment(books, request, signal),
    };
  }
  throw new Error(`Tryton can’t write ${request.model}`);
}

const isContact = (request: WriteRequest): request is WriteRequest<'CONTACT'> => request.model === 'CONTACT';
const isPayment = (request: WriteRequest): request is WriteRequest<'INVOICE_PAYMENT'> =>
  request.model === 'INVOICE_PAYMENT' && 'amount' in request.fields;

/** What has a place beside the fields, in Tryton's words: which payment method it is, by its id. */
const rawNames: Partial<Record<WriteRequest['model'], readonly string[]>> = { INVOICE_PAYMENT: ['payment_method'] };

function requireKnownRawData({ model, rawData }: WriteRequest): void {
  const unknown = Object.keys(rawData).find((name) => !rawNames[model]?.includes(name));
  if (unknown !== undefined)
    throw refused(`raw_data.${unknown}`, `Tryton’s connector takes no ${unknown} in raw_data.`);
}

/** Postgres holds no NUL, on which Tryton fails without a word. */
function requireText(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string' && value.includes('\0')) {
    throw refused(path.join('.'), 'Tryton can’t keep text with a NUL character.');
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value)) requireText(item, [...path, name]);
}
