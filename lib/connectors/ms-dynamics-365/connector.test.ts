import { expect, test } from 'vitest';
import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import type { PulledPage } from '../types.ts';
import { createMsDynamics365Connector } from './connector.ts';
import { msDynamics365Definition } from './definition.ts';
import type { BusinessCentralModel } from './mapper.ts';
import { businessCentralBooks, failureOf, signal } from './testing/books.ts';

const books = await businessCentralBooks();
const { credentials, admin, native } = books;
const connector = createMsDynamics365Connector({ pageSize: 20 });
const open = () => connector.open(credentials, { entityId: credentials.companyId });

interface Pass {
  pages: PulledPage[];
  raw: unknown[];
  /** What the next pass begins with. */
  cursor: unknown;
}

async function pull(
  model: RecordModel,
  from: { cursor?: unknown; full?: boolean; syncFrom?: Date } = {},
): Promise<Pass> {
  const { cursor = null, full = false, syncFrom = null } = from;
  const session = await open();
  const pages: PulledPage[] = [];
  for await (const page of session.pull(model, { cursor, full, syncFrom, signal })) pages.push(page);
  return { pages, raw: pages.flatMap(({ records }) => records), cursor: pages.at(-1)?.checkpoint };
}

const mapped = async <M extends BusinessCentralModel>(model: M, from: Parameters<typeof pull>[1] = {}) =>
  (await pull(model, from)).raw.map((raw): Canonical<M> => connector.map(model, raw));

const count = async (model: string, fits: (one: Record<string, unknown>) => boolean = () => true) =>
  (await native(model)).filter(fits).length;

test('a sign-in that is right leads to the company, and its secret is no variable', async () => {
  const result = await connector.connect({ ...credentials, companyId: credentials.companyId.toUpperCase() });
  expect(result).toMatchObject({ entityId: credentials.companyId, entityName: 'Acme Ltd', credentials });
  expect(result.variables).toEqual({
    tenantId: credentials.tenantId,
    environment: 'Production',
    companyId: credentials.companyId,
    clientId: 'acme',
    baseCurrency: 'GBP',
  });
});

test.each([
  [{ tenantId: 'nobody.example' }, 'credentials', 'tenantId'],
  [{ environment: 'Staging' }, 'credentials', 'environment'],
  [{ clientId: 'nobody' }, 'credentials', 'clientId'],
  [{ clientSecret: 'wrong' }, 'credentials', 'clientSecret'],
  [{ companyId: '11111111-1111-4111-8111-111111111111' }, 'permission', 'companyId'],
  [{ companyId: 'Acme' }, 'permission', 'companyId'],
])('what is wrong with a sign-in is told by its field: %o', async (wrong, failureClass, field) => {
  expect(await failureOf(connector.connect({ ...credentials, ...wrong }))).toMatchObject({ failureClass, field });
});

test('another company than the one connected is not opened', async () => {
  const elsewhere = connector.open(credentials, { entityId: '11111111-1111-4111-8111-111111111111' });
  expect(await failureOf(elsewhere)).toMatchObject({ failureClass: 'wrong-company' });
});

test.each(msDynamics365Definition.models.map(({ model }) => model))('%s: every record can be mapped', async (model) => {
  const { raw } = await pull(model);
  expect(raw.length).toBeGreaterThan(0);
  const ids = raw.map((one) => connector.map(model, one).platformId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(raw.map((one) => connector.identify(model, one))).toEqual(ids);
});

test('currencies go by code, and that of the books is one of them', async () => {
  const currencies = await mapped('CURRENCY');
  const named = currencies.map(({ platformId, fields }) => [platformId, fields.is_base_currency] as const);
  expect(named.sort()).toEqual([
    ['GBP', true],
    ['JPY', false],
    ['KWD', false],
  ]);
});

test('customers and vendors are contacts, one after the other', async () => {
  const contacts = await mapped('CONTACT');
  const of = (type: string) => contacts.filter(({ fields }) => fields.contact_type === type).length;
  expect(of('customer')).toBe(await count('contacts', ({ kind }) => kind !== 'supplier'));
  expect(of('vendor')).toBe(await count('contacts', ({ kind }) => kind !== 'customer'));
  const [contact] = contacts;
  expect(contact?.children.addresses).toMatchObject([{ type: 'BILLING' }]);
});

test('invoices come page by page with their lines, every digit and what is left to pay', async () => {
  const { pages, raw } = await pull('INVOICE');
  expect(pages.length).toBe(3);
  expect(raw).toHaveLength(await count('invoices'));
  const invoices = raw.map((one) => connector.map('INVOICE', one));
  for (const one of await native('invoices')) {
    const { fields, children } =
      invoices.find(({ fields: { document_number } }) => document_number === one.number) ?? {};
    expect([one.number, Number(fields?.amount_due)]).toEqual([one.number, Number(one.balance)]);
    expect([one.number, Number(fields?.total_amount)]).toEqual([one.number, Number(one.total)]);
    expect(children?.line_items).toHaveLength((one.lines as unknown[]).length);
  }
  expect(new Set(invoices.map(({ fields }) => fields.status))).toContain('partially_paid');
});

test('payments are found in the ledger, in the currency of the books, with the invoice that they name', async () => {
  const payments = await mapped('INVOICE_PAYMENT');
  const own = await native('payments');
  expect(payments).toHaveLength(own.length);
  const local = own.filter(({ currency_id, note }) => currency_id === 'cur_1' && note === null);
  const invoices = await mapped('INVOICE');
  for (const one of local) {
    const found = payments.find(({ fields }) => fields.document_number === one.reference);
    const invoice = invoices.find(({ platformId }) => platformId === found?.fields.invoice_id);
    const paid = (await native('invoices')).find(({ id }) => id === one.invoice_id);
    expect(found?.fields).toMatchObject({ currency_id: 'GBP', contact_id: invoice?.fields.contact_id });
    expect([Number(found?.fields.amount), invoice?.fields.document_number]).toEqual([Number(one.amount), paid?.number]);
  }
  expect(await mapped('BILL_PAYMENT')).toHaveLength(await count('bill_payments'));
});

test('books in which nothing was ever posted have no payments', async () => {
  await books.sandbox.call('POST', '/_admin/books', { body: { id: 'empty', contacts: 0, invoices: 0 } });
  const { openBusinessCentral } = await import('../../../sandbox/testing/business-central.ts');
  const { companyId } = await openBusinessCentral(books.sandbox, 'empty');
  const session = await connector.open(
    { ...credentials, companyId, clientId: 'empty', clientSecret: 'empty-secret' },
    { entityId: companyId },
  );
  const pages: PulledPage[] = [];
  for await (const page of session.pull('INVOICE_PAYMENT', { cursor: null, full: false, syncFrom: null, signal })) {
    pages.push(page);
  }
  expect(pages).toMatchObject([{ records: [] }]);
});

test('a second pass brings what has changed since, and little more', async () => {
  const { cursor } = await pull('CONTACT');
  const quiet = await pull('CONTACT', { cursor });
  await admin('PATCH', 'contacts/con_3', { tax_number: 'GB 123' });
  const changed = await pull('CONTACT', { cursor: quiet.cursor });
  const numbers = changed.raw.map((raw) => connector.map('CONTACT', raw).fields.tax_number);
  expect(numbers).toContain('GB 123');
  expect(changed.raw.length).toBeLessThan(10);
});

test('a pass goes on after any page, in any of its sources', async () => {
  const whole = await pull('CONTACT');
  for (const [index, { checkpoint }] of whole.pages.slice(0, -1).entries()) {
    const rest = await pull('CONTACT', { cursor: checkpoint });
    const before = whole.pages.slice(0, index + 1).flatMap(({ records }) => records);
    expect([...before, ...rest.raw]).toEqual(whole.raw);
  }
});

test('a link that is no longer known begins the source again', async () => {
  const { pages, raw } = await pull('INVOICE');
  const old = {
    ...(pages[0]?.checkpoint as object),
    link: `/companies(${credentials.companyId})/salesInvoices?$skiptoken=x`,
  };
  expect((await pull('INVOICE', { cursor: old })).raw).toHaveLength(raw.length);
});

test('a full pass reads everything whatever was read before', async () => {
  const { cursor, raw } = await pull('ACCOUNT');
  expect((await pull('ACCOUNT', { cursor, full: true })).raw).toHaveLength(raw.length);
});

test('documents and payments from before the first day stay away, and come when it is moved back', async () => {
  const days = (await native('invoices')).map(({ issued_on }) => String(issued_on)).sort();
  const day = days[Math.floor(days.length / 2)] ?? '';
  const late = await pull('INVOICE', { syncFrom: new Date(day) });
  expect(late.raw).toHaveLength(days.filter((one) => one >= day).length);
  expect((await pull('INVOICE', { cursor: late.cursor })).raw).toHaveLength(days.length);
  const payments = await mapped('INVOICE_PAYMENT', { syncFrom: new Date(day) });
  expect(payments).toHaveLength(await count('payments', ({ paid_on }) => String(paid_on) >= day));
});

test('amounts larger than a number keeps arrive with every digit', async () => {
  const line = { description: 'Reactor', unit_price: '123456789012345.67' };
  const { number } = await admin('POST', 'invoices', { contact_id: 'con_1', currency_id: 'cur_1', lines: [line] });
  const invoice = (await mapped('INVOICE')).find(({ fields }) => fields.document_number === number);
  expect(invoice?.fields.sub_total).toBe('123456789012345.67');
});
