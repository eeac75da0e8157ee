import type { z } from 'zod';
import { Refusal } from '../http.ts';
import type { Book, Model } from '../state/book.ts';
import { dayMs, dayOf } from '../state/generate/dates.ts';
import { currencyOf, type Fields, priceLine } from '../state/ledger.ts';
import { recordId } from '../wires/native/ids.ts';
import { accountSchema, contactSchema, currencySchema, invoiceSchema, paymentSchema } from './record-schemas.ts';

type Existing<M extends Model> = Fields<M> | null;
type Reader<M extends Model> = (body: unknown, book: Book, existing: Existing<M>, now: number) => Partial<Fields<M>>;

/**
 * The fields that a POST (no `existing`) or PATCH of a record sets, in the words of the native wire. A POST answers
 * every field of the model. Throws Refusal 400 naming the field.
 */
export function readRecordInput<M extends Model>(
  model: M,
  body: unknown,
  book: Book,
  existing: Existing<M>,
  now: number,
) {
  return (readers[model] as Reader<M>)(body, book, existing, now);
}

const readers: { [M in Model]: Reader<M> } = {
  currencies: (body, book, existing) => {
    const given = parse(currencySchema, body, existing === null);
    if (existing) return given;
    if (book.tables.currencies.all().some((one) => one.code === given.code && one.deleted === null)) {
      throw new Refusal(409, 'already_there', `${given.code} is in these books already`);
    }
    return { name: given.code, symbol: given.code, decimals: 2, rate: '1', base: false, ...given };
  },
  accounts: (body, book, existing) => {
    const { currency_id, parent_id, ...given } = parse(accountSchema, body, existing === null);
    const fields = {
      ...given,
      ...(currency_id && { currencyId: reference('currencies', currency_id, 'currency_id') }),
      ...(parent_id !== undefined && {
        parentId: parent_id === null ? null : reference('accounts', parent_id, 'parent_id'),
      }),
    };
    if (existing) return fields;
    return {
      description: null,
      class: 'expense',
      group: 'other',
      active: true,
      balance: '0',
      currencyId: baseCurrency(book).id,
      parentId: null,
      ...fields,
    };
  },
  contacts: (body, book, existing) => {
    const { currency_id, tax_number, registration_number, ...given } = parse(contactSchema, body, existing === null);
    const fields = {
      ...given,
      ...(currency_id && { currencyId: reference('currencies', currency_id, 'currency_id') }),
      ...(tax_number !== undefined && { taxNumber: tax_number }),
      ...(registration_number !== undefined && { registrationNumber: registration_number }),
    };
    if (existing) return fields;
    return {
      person: null,
      kind: 'customer',
      status: 'active',
      currencyId: baseCurrency(book).id,
      taxNumber: null,
      registrationNumber: null,
      emails: [],
      websites: [],
      phones: [],
      addresses: [],
      ...fields,
    };
  },
  invoices: readInvoice,
  payments: readPayment,
};

function readInvoice(
  body: unknown,
  book: Book,
  existing: Existing<'invoices'>,
  now: number,
): Partial<Fields<'invoices'>> {
  const given = parse(invoiceSchema, body, existing === null);
  const contactId = given.contact_id ? reference('contacts', given.contact_id, 'contact_id') : existing?.contactId;
  const currencyId = given.currency_id
    ? reference('currencies', given.currency_id, 'currency_id')
    : (existing?.currencyId ?? book.tables.contacts.live(contactId ?? 0)?.currencyId ?? baseCurrency(book).id);
  const currency = currencyOf(book, currencyId);
  const lines = given.lines?.map((line) =>
    amounts(() =>
      priceLine(
        {
          description: line.description,
          quantity: line.quantity,
          unitPrice: line.unit_price,
          discount: line.discount,
          taxRate: line.tax_rate,
          accountId: line.account_id ? reference('accounts', line.account_id, 'account_id') : salesAccount(book),
        },
        currency.decimals,
      ),
    ),
  );
  const fields = {
    ...(given.number !== undefined && { number: given.number }),
    ...(given.status !== undefined && { status: given.status }),
    ...(given.note !== undefined && { note: given.note }),
    ...(given.issued_on !== undefined && { issuedOn: given.issued_on }),
    ...(given.due_on !== undefined && { dueOn: given.due_on }),
    ...(contactId !== undefined && { contactId }),
    currencyId,
    ...(lines && { lines }),
  };
  if (existing) return fields;
  return {
    number: `INV-${dayOf(now).slice(0, 4)}-A${String(book.tables.invoices.nextId()).padStart(5, '0')}`,
    status: 'issued',
    rate: currency.rate,
    issuedOn: dayOf(now),
    dueOn: dayOf(now + 30 * dayMs),
    note: null,
    subtotal: '0',
    discount: '0',
    tax: '0',
    total: '0',
    balance: '0',
    ...fields,
  };
}

function readPayment(
  body: unknown,
  book: Book,
  existing: Existing<'payments'>,
  now: number,
): Partial<Fields<'payments'>> {
  const given = parse(paymentSchema, body, existing === null);
  if (existing && given.invoice_id !== undefined) {
    throw new Refusal(400, 'invalid_field', 'invoice_id can’t be changed');
  }
  const fields = {
    ...(given.amount !== undefined && { amount: given.amount }),
    ...(given.paid_on !== undefined && { paidOn: given.paid_on }),
    ...(given.reference !== undefined && { reference: given.reference }),
    ...(given.method !== undefined && { method: given.method }),
    ...(given.note !== undefined && { note: given.note }),
    ...(given.account_id !== undefined && { accountId: reference('accounts', given.account_id, 'account_id') }),
  };
  if (existing) return fields;
  const invoiceId = reference('invoices', given.invoice_id ?? '', 'invoice_id');
  const invoice = book.tables.invoices.live(invoiceId);
  if (!invoice) throw new Refusal(422, 'unknown_reference', 'invoice_id names no invoice of this book');
  return {
    invoiceId,
    contactId: invoice.contactId,
    currencyId: invoice.currencyId,
    rate: invoice.rate,
    accountId: bankAccount(book, invoice.currencyId),
    paidOn: dayOf(now),
    reference: `RCP-A${String(book.tables.payments.nextId()).padStart(5, '0')}`,
    method: 'transfer',
    note: null,
    ...fields,
  };
}

const baseCurrency = (book: Book) => book.tables.currencies.all().find((one) => one.base) ?? currencyOf(book, 1);
const salesAccount = (book: Book) => book.tables.accounts.all().find((one) => one.code === '4010')?.id ?? 1;
const bankAccount = (book: Book, currencyId: number) =>
  book.tables.accounts.all().find((one) => one.group === 'bank' && one.currencyId === currencyId)?.id ?? 1;

function reference(model: Model, text: string, field: string): number {
  const id = recordId(model, text);
  if (id === null) throw new Refusal(400, 'invalid_field', `${field} is no id of ${model}`);
  return id;
}

/** Amounts with more digits than the currency has are the caller's fault. */
function amounts<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(400, 'invalid_field', error.message);
    throw error;
  }
}

function parse<S extends z.ZodObject>(schema: S, body: unknown, whole: true): z.infer<S>;
function parse<S extends z.ZodObject>(schema: S, body: unknown, whole: boolean): Partial<z.infer<S>>;
function parse<S extends z.ZodObject>(schema: S, body: unknown, whole: boolean): Partial<z.infer<S>> {
  const parsed = (whole ? schema : schema.partial()).safeParse(body);
  if (parsed.success) return parsed.data as Partial<z.infer<S>>;
  const issue = parsed.error.issues[0];
  throw new Refusal(400, 'invalid_field', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`);
}
