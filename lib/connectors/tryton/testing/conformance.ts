import type { ConformancePlatform } from '../../testing/conformance-platform.ts';
import { createTrytonConnector } from '../connector.ts';
import { type FakeAnswer, type FakeRow, type FakeTryton, startFakeTryton } from './fake-tryton.ts';
import type { Peer } from './peer.ts';
import { paymentRequest } from './writes.ts';

const pageSize = 7;
const method = 'model.party.party.search_read';

/** As Tryton stamps: microseconds, no zone. */
const stamp = () => `${new Date().toISOString().slice(0, 23)}000`;

/** What stands in for Tryton, for what it can be brought to answer: contacts alone, and no writes. */
export async function fakePlatform(): Promise<ConformancePlatform & { fake: FakeTryton }> {
  const fake = await startFakeTryton();
  const rows = () => fake.tables.get('party.party') ?? [];
  const keep = (kept: FakeRow[]) => void fake.tables.set('party.party', kept);
  const fail = (answer: FakeAnswer) => async () => {
    fake.answer(method, answer);
    return () => fake.answer(method, answer, 0);
  };
  const connector = createTrytonConnector({ pageSize });
  const { entityId } = await connector.connect(fake.credentials);
  const nobody = await startFakeTryton();
  return {
    fake,
    connector,
    pageSize,
    credentials: fake.credentials,
    entityId,
    makeContacts: async (names) => {
      const [moment, last] = [stamp(), rows().at(-1)?.id ?? 0];
      const made = names.map((name, place) => ({
        id: last + place + 1,
        name,
        code: String(last + place + 1),
        active: true,
        replaced_by: null,
        tax_identifier: null,
        create_date: moment,
        write_date: null,
      }));
      keep([...rows(), ...made]);
      return made.map(({ id }) => String(id));
    },
    renameContact: async (id, name) =>
      keep(rows().map((row) => (String(row.id) === id ? { ...row, name, write_date: stamp() } : row))),
    deleteContact: async (id) => keep(rows().filter((row) => String(row.id) !== id)),
    empty: async () => nobody.credentials,
    invoices: null,
    failures: {
      credentials: fail({ status: 401 }),
      permission: 'Rights are told apart by asking again, which the running server is tested for.',
      'rate-limit': fail({ status: 429 }),
      'platform-down': fail({ status: 502 }),
      'bad-request': fail({ error: ["'nme'", 'Traceback'] }),
      unknown: fail({ status: 418 }),
    },
    writing: null,
  };
}

/** A running Tryton: others may write into it too, and it is not made to fail. */
export async function peerPlatform(peer: Peer): Promise<ConformancePlatform> {
  const connector = createTrytonConnector({ pageSize: 97 });
  const { entityId } = await connector.connect(peer.credentials);
  const inFake = 'It is not made to fail: the server that stands in for it is.';
  // One dated in the past is posted only after a question; a draft is read as well.
  const makeInvoice = async (price: string, more: { date?: string; post?: boolean } = {}) => {
    const { id } = await peer.createContact();
    return peer.createInvoice({ contact: id, lines: [{ quantity: 1, price }], ...more });
  };
  const [own] = await peer.rpc.read('currency.currency', [['id', '=', peer.books.currency]], ['code']);
  return {
    connector,
    pageSize: 97,
    credentials: peer.credentials,
    entityId,
    makeContacts: async (names) => {
      const ids = await peer.rpc.create('party.party', ...names.map((name) => ({ name })));
      return ids.map(String);
    },
    renameContact: (id, name) => peer.renameContact(Number(id), name),
    deleteContact: (id) => peer.deleteContact(Number(id)),
    empty: null,
    invoices: {
      currencies: [String(own?.code)],
      make: async ({ amount, date }) => String(await makeInvoice(amount, { date, post: false })),
    },
    failures: {
      credentials: inFake,
      permission: inFake,
      'rate-limit': inFake,
      'platform-down': inFake,
      'bad-request': inFake,
      unknown: inFake,
    },
    writing: {
      request: async (marker) => {
        const invoice = await makeInvoice('120');
        const payment_date = `${new Date().toISOString().slice(0, 10)}T12:00:00.000Z`;
        return paymentRequest({ invoice_id: String(invoice), amount: '20', payment_date }, marker);
      },
      refused: async (marker) =>
        paymentRequest({ invoice_id: '999999999', amount: '20', payment_date: '2026-03-04T12:00:00.000Z' }, marker),
      count: async (request) => {
        const id = 'invoice_id' in request.fields ? Number(request.fields.invoice_id) : 0;
        const [row] = await peer.rpc.read('account.invoice', [['id', '=', id]], ['payment_lines']);
        return ((row?.payment_lines ?? []) as number[]).length;
      },
    },
  };
}
