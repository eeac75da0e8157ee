import { z } from 'zod';
import { Refusal } from '../../http.ts';
import type { Book } from '../../state/book.ts';
import { baseCurrency } from '../../state/lookups.ts';
import type { Contact } from '../../state/records/contact.ts';
import type { PaymentLine } from '../../state/records/payment-line.ts';
import { guidOf, noGuid, numberOfGuid } from './guids.ts';
import { dialog } from './journals.ts';
import { badRequest } from './odata-error.ts';

const text = (length: number) => z.string().max(length).optional();
const guid = z.guid().optional();

const paymentBody = z.strictObject({
  customerId: guid,
  customerNumber: text(20),
  postingDate: z.iso.date().optional(),
  documentNumber: text(20),
  externalDocumentNumber: text(35),
  amount: z.number().optional(),
  appliesToInvoiceId: guid,
  appliesToInvoiceNumber: text(20),
  description: text(100),
  comment: text(250),
});

const partyBody = z.strictObject({
  displayName: text(100),
  addressLine1: text(100),
  addressLine2: text(50),
  city: text(30),
  state: text(30),
  country: text(10),
  postalCode: text(20),
  phoneNumber: text(30),
  email: text(80),
  website: text(80),
  taxRegistrationNumber: text(20),
  currencyId: guid,
  currencyCode: text(10),
  blocked: z.enum(['_x0020_', ' ', 'All', 'Ship', 'Invoice', 'Payment']).optional(),
});

/** A body of that kind. Throws Refusal 400 for a field that there is not, or a value that is too long or no such thing. */
function read<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') throw badRequest(`The property '${issue.keys[0]}' does not exist`);
  if (issue?.code === 'too_big') {
    const message = `The length of the string must be at most ${issue.maximum} characters. Field: ${issue.path.join('.')}`;
    throw badRequest(message, 'Application_StringExceededLength');
  }
  throw badRequest(`Cannot convert the value of '${issue?.path.join('.')}'`, 'BadRequest_InvalidToken');
}

/** What a line of a payment journal is made of; of customer and invoice one of id and number is enough. */
export function readPaymentLine(book: Book, body: unknown, line: PaymentLine): PaymentLine {
  const given = read(paymentBody, body);
  const invoice = invoiceOf(book, given);
  const contactId = customerOf(book, given) ?? invoice?.contactId ?? line.contactId;
  return {
    ...line,
    contactId,
    invoiceId: invoice === undefined ? line.invoiceId : (invoice?.id ?? null),
    postedOn: given.postingDate ?? line.postedOn,
    // A code: kept in capital letters.
    documentNumber: given.documentNumber?.toUpperCase() ?? line.documentNumber,
    externalDocumentNumber: given.externalDocumentNumber?.toUpperCase() ?? line.externalDocumentNumber,
    amount: given.amount === undefined ? line.amount : decimalText(given.amount),
    description: given.description ?? line.description,
    comment: given.comment ?? line.comment,
  };
}

function decimalText(amount: number): string {
  if (/^-?\d+(\.\d+)?$/.test(String(amount))) return String(amount);
  throw badRequest("Cannot convert the value of 'amount'", 'BadRequest_InvalidToken');
}

function customerOf(book: Book, given: z.infer<typeof paymentBody>): number | null {
  const { customerId, customerNumber } = given;
  const number = customerId && customerId !== noGuid ? numberOfGuid(book, 'customer', customerId) : null;
  const contact =
    number === null
      ? book.tables.contacts.find(
          ({ id, kind }) => kind !== 'supplier' && `C${String(id).padStart(5, '0')}` === customerNumber,
        )
      : book.tables.contacts.live(number);
  if (contact) return contact.id;
  if (customerId || customerNumber) throw dialog('The "customerId" does not match to a Customer.');
  return null;
}

/** Undefined where nothing is said of one. */
function invoiceOf(
  book: Book,
  { appliesToInvoiceId: id, appliesToInvoiceNumber: number }: z.infer<typeof paymentBody>,
) {
  if (id === undefined && number === undefined) return undefined;
  if (id === noGuid || number === '') return null;
  const invoice =
    id === undefined
      ? book.tables.invoices.find((one) => one.number === number)
      : book.tables.invoices.live(numberOfGuid(book, 'salesInvoice', id) ?? 0);
  if (!invoice || invoice.status === 'draft') {
    throw dialog('The "appliesToInvoiceId" should be the ID of an Open, Paid, Corrective, or Canceled Invoice.');
  }
  return invoice;
}

/** A customer's or vendor's fields in the words of the books; only what was given, for a new one whatever it needs. */
export function readParty(book: Book, body: unknown, existing: Contact | null): Partial<Contact> {
  const given = read(partyBody, body);
  if (given.displayName === '' || (!existing && given.displayName === undefined)) {
    throw dialog('A "displayName" must be provided.');
  }
  const address = addressOf(given, existing);
  return {
    ...(given.displayName !== undefined && { name: given.displayName }),
    ...(given.taxRegistrationNumber !== undefined && { taxNumber: given.taxRegistrationNumber || null }),
    ...(given.email !== undefined && { emails: withFirst(existing?.emails ?? [], given.email) }),
    ...(given.website !== undefined && { websites: withFirst(existing?.websites ?? [], given.website) }),
    ...(given.phoneNumber !== undefined && {
      phones: given.phoneNumber
        ? [{ kind: 'office' as const, number: given.phoneNumber }, ...(existing?.phones.slice(1) ?? [])]
        : [],
    }),
    ...(address && { addresses: [address, ...(existing?.addresses.slice(1) ?? [])] }),
    ...(given.blocked !== undefined && {
      status: given.blocked.trim() && given.blocked !== '_x0020_' ? ('blocked' as const) : ('active' as const),
    }),
    ...currencyOf(book, given),
  };
}

const withFirst = (list: readonly string[], first: string) => (first ? [first, ...list.slice(1)] : []);

function addressOf(given: z.infer<typeof partyBody>, existing: Contact | null): Contact['addresses'][number] | null {
  const { addressLine1, addressLine2, city, state, country, postalCode } = given;
  const isGiven = [addressLine1, addressLine2, city, state, country, postalCode].some((part) => part !== undefined);
  if (!isGiven) return null;
  const before = existing?.addresses[0];
  return {
    kind: 'billing',
    street: addressLine1 ?? before?.street ?? '',
    district: (addressLine2 ?? before?.district) || null,
    city: city ?? before?.city ?? '',
    region: (state ?? before?.region) || null,
    country: country ?? before?.country ?? '',
    postcode: (postalCode ?? before?.postcode) || null,
  };
}

function currencyOf(book: Book, { currencyCode: code, currencyId: id }: z.infer<typeof partyBody>): Partial<Contact> {
  if (code === undefined && id === undefined) return {};
  if (!code && (id === undefined || id === noGuid)) return { currencyId: baseCurrency(book).id };
  const currency = book.tables.currencies.find((one) => one.code === code || guidOf(book, 'currency', one.id) === id);
  if (currency) return { currencyId: currency.id };
  throw dialog('The "currencyCode" does not match to a Currency.');
}

/** The stamp that `If-Match` must carry. Throws Refusal 400 where there is none and 409 where the record has moved on. */
export function requireMatch(match: string | null, etag: string): void {
  if (match === null)
    throw badRequest('The request must have an If-Match header', 'BadRequest_RequiredParamNotProvided');
  if (match !== '*' && match !== etag) {
    throw new Refusal(409, 'Request_EntityChanged', 'Another user has already changed the record.');
  }
}
