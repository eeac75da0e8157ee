import { netsuiteAccount } from '../../../sandbox/testing/netsuite-account.ts';
import { conformanceSuite } from '../testing/conformance.ts';
import type { ConformancePlatform } from '../testing/conformance-platform.ts';
import type { WriteRequest } from '../types.ts';
import { createNetsuiteConnector } from './connector.ts';
import { credentialsOf, ownAccount } from './testing/account.ts';

const own = ownAccount();
const book = 'conform';
const pageSize = 20;
const transactionId = (id: string) => String(Number(id.split('_')[1]) * 10 + 1);

conformanceSuite('NETSUITE', async (): Promise<ConformancePlatform> => {
  const edit = async (method: string, path: string, body?: unknown) => {
    const reply = await own.sandbox.call(method, `/_admin/books${path}`, { body });
    if (reply.status >= 300) throw new Error(reply.text);
    return reply.json as { id: string };
  };
  const size = { base_currency: 'GBP', ephemeral: true };
  await edit('POST', '', { ...size, id: book, currencies: ['JPY', 'KWD'], contacts: 3, invoices: 3 });
  await edit('POST', '', { ...size, id: 'void', contacts: 0, invoices: 0 });
  const account = netsuiteAccount(own.sandbox, book);
  const currencies = new Map(
    (await account.query('SELECT symbol, id FROM currency')).map((one) => [one.symbol, one.id]),
  );
  const makeInvoice = async (currency: string, amount: string, date?: string) => {
    const body = {
      contact_id: 'con_1',
      currency_id: `cur_${currencies.get(currency)}`,
      lines: [{ description: 'Work', unit_price: amount }],
      ...(date !== undefined && { issued_on: date }),
    };
    return transactionId((await edit('POST', `/${book}/invoices`, body)).id);
  };
  const makeContact = async (name: string) => (await edit('POST', `/${book}/contacts`, { name })).id.slice(4);
  const fail = (fault: object) => async () => {
    await own.sandbox.setFaults(book, [fault]);
    return () => own.sandbox.setFaults(book, []);
  };
  const write = (marker: string) => ({ operation: 'create', platformId: null, marker }) as const;
  const payment = async (marker: string, amount: string): Promise<WriteRequest> => ({
    ...write(marker),
    model: 'INVOICE_PAYMENT',
    fields: { invoice_id: await makeInvoice('GBP', '100'), amount, payment_date: '2026-03-04T00:00:00.000Z' },
    rawData: { arr_account_id: '11' },
  });
  return {
    connector: createNetsuiteConnector({ confirmAfterMs: 0, pageSize }),
    pageSize,
    credentials: credentialsOf(book),
    entityId: 'CONFORM',
    makeContacts: async (names) => {
      const ids: string[] = [];
      for (const name of names) ids.push(await makeContact(name));
      return ids;
    },
    renameContact: (id, name) => edit('PATCH', `/${book}/contacts/con_${id}`, { name }),
    deleteContact: (id) => edit('DELETE', `/${book}/contacts/con_${id}`).catch(() => null),
    empty: async () => credentialsOf('void'),
    invoices: {
      currencies: ['GBP', 'JPY', 'KWD'],
      make: ({ currency, amount, date }) => makeInvoice(currency, amount, date),
    },
    failures: {
      credentials: fail({ kind: 'credentials_refused' }),
      permission: fail({ kind: 'permission_denied' }),
      'rate-limit': fail({ kind: 'rate_limited', retryAfterSeconds: 0 }),
      'platform-down': fail({ kind: 'server_error' }),
      'bad-request': fail({ kind: 'answer', status: 400, code: 'INVALID_PARAMETER' }),
      unknown: fail({ kind: 'answer', status: 418, code: 'TEAPOT' }),
    },
    writing: {
      request: (marker) => payment(marker, '40'),
      refused: (marker) => payment(marker, '100.01'),
      count: async ({ marker }) =>
        (await account.query(`SELECT id FROM transaction WHERE externalid = '${marker}'`)).length,
    },
  };
});
