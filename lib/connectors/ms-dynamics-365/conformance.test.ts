import { openBusinessCentral } from '../../../sandbox/testing/business-central.ts';
import { conformanceSuite } from '../testing/conformance.ts';
import type { ConformancePlatform } from '../testing/conformance-platform.ts';
import type { WriteRequest } from '../types.ts';
import { createMsDynamics365Connector } from './connector.ts';
import { documentNumberOf } from './payment-text.ts';
import { businessCentralBooks } from './testing/books.ts';

const books = await businessCentralBooks();
const { sandbox, bc, admin, credentials } = books;
const pageSize = 20;
/** An id ends in the number that the books know a record by. */
const nativeId = (id: string) => `con_${Number.parseInt(id.slice(-12), 16)}`;

conformanceSuite('MS_DYNAMICS_365', async (): Promise<ConformancePlatform> => {
  await sandbox.call('POST', '/_admin/books', { body: { id: 'void', contacts: 0, invoices: 0 } });
  const journals = await bc.walk('customerPaymentJournals');
  const payment_journal_id = journals.find(({ code }) => code === 'PAY1200')?.id;
  const currencies = new Map((await books.native('currencies')).map(({ code, id }) => [code, id]));
  const idOf = async (set: string, number: string) =>
    String((await bc.walk(`${set}?$filter=number eq '${number}'`))[0]?.id);
  const makeInvoice = async (currency: string, amount: string, issued_on?: string) => {
    const lines = [{ description: 'Work', unit_price: amount }];
    const body = { contact_id: 'con_1', currency_id: currencies.get(currency), lines, issued_on };
    return idOf('salesInvoices', (await admin('POST', 'invoices', body)).number);
  };
  const fail = (fault: object) => async () => {
    await books.fail(fault);
    return () => books.fail();
  };
  const payment = async (marker: string, amount: string): Promise<WriteRequest> => ({
    model: 'INVOICE_PAYMENT',
    operation: 'create',
    platformId: null,
    fields: { invoice_id: await makeInvoice('GBP', '100'), amount, payment_date: '2026-03-04T00:00:00.000Z' },
    rawData: { payment_journal_id },
    marker,
  });
  return {
    connector: createMsDynamics365Connector({ pageSize }),
    pageSize,
    credentials,
    entityId: credentials.companyId,
    makeContacts: async (names) => {
      const ids: string[] = [];
      for (const name of names) {
        const { id } = await admin('POST', 'contacts', { name });
        ids.push(await idOf('customers', `C${id.slice(4).padStart(5, '0')}`));
      }
      return ids;
    },
    renameContact: (id, name) => admin('PATCH', `contacts/${nativeId(id)}`, { name }),
    deleteContact: (id) => sandbox.call('DELETE', `/_admin/books/acme/contacts/${nativeId(id)}`),
    empty: async () => ({
      ...credentials,
      companyId: (await openBusinessCentral(sandbox, 'void')).companyId,
      clientId: 'void',
      clientSecret: 'void-secret',
    }),
    invoices: {
      currencies: ['GBP', 'JPY', 'KWD'],
      make: ({ currency, amount, date }) => makeInvoice(currency, amount, date),
    },
    failures: {
      credentials: fail({ kind: 'credentials_refused' }),
      permission: fail({ kind: 'permission_denied' }),
      'rate-limit': fail({ kind: 'rate_limited', retryAfterSeconds: 0 }),
      'platform-down': fail({ kind: 'server_error' }),
      'bad-request': fail({ kind: 'answer', status: 400, code: 'BadRequest_NotFound' }),
      unknown: fail({ kind: 'answer', status: 302, code: 'Moved' }),
    },
    writing: {
      request: (marker) => payment(marker, '40'),
      refused: (marker) => payment(marker, '100.01'),
      count: async ({ marker }) => {
        const payments = await books.native('payments');
        return payments.filter(({ reference }) => reference === documentNumberOf(marker)).length;
      },
    },
  };
});
