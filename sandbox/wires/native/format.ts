import type { Account, Contact, Currency, Invoice, Model, Payment, Records, Stamped } from '../../state/book.ts';
import { wireId } from './ids.ts';

/** A record as this wire writes it; fields are listed one by one. */
export function formatRecord<M extends Model>(model: M, record: Records[M]): Record<string, unknown> {
  return { ...stamps(model, record), ...bodies[model](record as never) };
}

const stamps = (model: Model, record: Stamped) => ({
  id: wireId(model, record.id),
  created: record.created,
  modified: record.modified,
  deleted: record.deleted,
});

const currency = (one: Currency) => ({
  code: one.code,
  name: one.name,
  symbol: one.symbol,
  decimals: one.decimals,
  rate: one.rate,
  base: one.base,
});

const account = (one: Account) => ({
  code: one.code,
  name: one.name,
  description: one.description,
  class: one.class,
  group: one.group,
  active: one.active,
  balance: one.balance,
  currency_id: wireId('currencies', one.currencyId),
  parent_id: one.parentId === null ? null : wireId('accounts', one.parentId),
});

const contact = (one: Contact) => {
  const childId = (kind: string, index: number) => `${wireId('contacts', one.id)}.${kind}${index + 1}`;
  return {
    external_id: externalId(one),
    name: one.name,
    person: one.person,
    kind: one.kind,
    status: one.status,
    currency_id: wireId('currencies', one.currencyId),
    tax_number: one.taxNumber,
    registration_number: one.registrationNumber,
    emails: one.emails.map((address, index) => ({ id: childId('em', index), address })),
    websites: one.websites.map((url, index) => ({ id: childId('ws', index), url })),
    phones: one.phones.map((phone, index) => ({ id: childId('ph', index), kind: phone.kind, number: phone.number })),
    addresses: one.addresses.map((address, index) => ({
      id: childId('ad', index),
      kind: address.kind,
      street: address.street,
      district: address.district,
      city: address.city,
      region: address.region,
      country: address.country,
      postcode: address.postcode,
    })),
  };
};

const invoice = (one: Invoice) => ({
  number: one.number,
  status: one.status,
  contact_id: wireId('contacts', one.contactId),
  currency_id: wireId('currencies', one.currencyId),
  rate: one.rate,
  issued_on: one.issuedOn,
  due_on: one.dueOn,
  subtotal: one.subtotal,
  discount: one.discount,
  tax: one.tax,
  total: one.total,
  balance: one.balance,
  note: one.note,
  lines: one.lines.map((line, index) => ({
    id: `${wireId('invoices', one.id)}.${index + 1}`,
    description: line.description,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    discount: line.discount,
    tax_rate: line.taxRate,
    net: line.net,
    tax: line.tax,
    total: line.total,
    account_id: wireId('accounts', line.accountId),
  })),
});

/** A state file from before there were any has none. */
const externalId = (one: Contact | Payment): string | null => one.externalId ?? null;

const payment = (one: Payment) => ({
  external_id: externalId(one),
  invoice_id: wireId('invoices', one.invoiceId),
  contact_id: wireId('contacts', one.contactId),
  account_id: wireId('accounts', one.accountId),
  currency_id: wireId('currencies', one.currencyId),
  rate: one.rate,
  amount: one.amount,
  paid_on: one.paidOn,
  reference: one.reference,
  method: one.method,
  note: one.note,
});

const bodies = { currencies: currency, accounts: account, contacts: contact, invoices: invoice, payments: payment };
