import type { TestSandbox } from '../../../../sandbox/testing/sandbox.ts';
import type { AnsweredClass, ConformancePlatform } from '../../testing/conformance-platform.ts';
import { sandboxConnector } from '../connector.ts';
import { sandboxDefinition } from '../definition.ts';
import { contact, payment } from './writing.ts';

const book = 'conform';
const faults: Record<AnsweredClass, unknown> = {
  credentials: { kind: 'credentials_refused' },
  permission: { kind: 'permission_denied' },
  'rate-limit': { kind: 'rate_limited', retryAfterSeconds: 30 },
  'platform-down': { kind: 'server_error' },
  'bad-request': { kind: 'answer', status: 400, code: 'invalid_query' },
  unknown: { kind: 'answer', status: 418, code: 'teapot' },
};

/** The sandbox as a platform that its connector conforms to: a book with pounds, yen and dinars. */
export async function sandboxPlatform(sandbox: TestSandbox): Promise<ConformancePlatform> {
  const edit = async (method: string, path: string, body?: unknown) => {
    const reply = await sandbox.call(method, `/_admin/books${path}`, { body });
    if (reply.status >= 300) throw new Error(reply.text);
    return reply.json as { id: string };
  };
  const size = { base_currency: 'GBP', ephemeral: true };
  await edit('POST', '', { ...size, id: book, currencies: ['JPY', 'KWD'], contacts: 3, invoices: 3 });
  await edit('POST', '', { ...size, id: 'void', contacts: 0, invoices: 0 });
  const signIn = (id: string) => ({ companyKey: id, secret: `${id}-secret` });
  const walk = async (model: string) => sandbox.walk(await sandbox.signIn(book), model);
  const currencies = new Map((await walk('currencies')).map((one) => [one.code as string, one.id]));
  const makeInvoice = async (currency: string, amount: string, date?: string) => {
    const lines = [{ description: 'Work', unit_price: amount }];
    const dated = date === undefined ? {} : { issued_on: date };
    const body = { contact_id: 'con_1', currency_id: currencies.get(currency), lines, ...dated };
    return (await edit('POST', `/${book}/invoices`, body)).id;
  };
  const fail = (fault: unknown) => async () => {
    await sandbox.setFaults(book, [fault]);
    return () => sandbox.setFaults(book, []);
  };
  return {
    connector: sandboxConnector,
    pageSize: sandboxDefinition.models.find(({ model }) => model === 'CONTACT')?.pageSize ?? 0,
    credentials: signIn(book),
    entityId: book,
    makeContacts: async (names) => {
      const ids: string[] = [];
      for (let from = 0; from < names.length; from += 50) {
        const batch = names.slice(from, from + 50);
        const made = await Promise.all(batch.map((name) => edit('POST', `/${book}/contacts`, { name })));
        ids.push(...made.map(({ id }) => id));
      }
      return ids;
    },
    renameContact: (id, name) => edit('PATCH', `/${book}/contacts/${id}`, { name }),
    deleteContact: (id) => edit('DELETE', `/${book}/contacts/${id}`),
    empty: async () => signIn('void'),
    invoices: {
      currencies: ['GBP', 'JPY', 'KWD'],
      make: ({ currency, amount, date }) => makeInvoice(currency, amount, date),
    },
    failures: {
      credentials: fail(faults.credentials),
      permission: fail(faults.permission),
      'rate-limit': fail(faults['rate-limit']),
      'platform-down': fail(faults['platform-down']),
      'bad-request': fail(faults['bad-request']),
      unknown: fail(faults.unknown),
    },
    writing: {
      request: async (marker) => ({ ...payment({ invoice_id: await makeInvoice('GBP', '100') }), marker }),
      refused: async (marker) => ({ ...contact({ name: 'Refused', currency_id: 'XXX' }), marker }),
      count: async ({ model, marker }) => {
        const records = await walk(model === 'CONTACT' ? 'contacts' : 'payments');
        return records.filter((one) => JSON.stringify(one).includes(marker)).length;
      },
    },
  };
}
