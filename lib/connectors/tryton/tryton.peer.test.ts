import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { ConnectorError, RecordRejected } from '../errors.ts';
import type { Connector, PlatformSession, PulledPage, PullRequest } from '../types.ts';
import { createTrytonConnector, trytonConnector } from './connector.ts';
import { today } from './testing/bookkeeping.ts';
import { allowOutbound, openPeer, type Peer, peerSettings } from './testing/peer.ts';
import { date, decimal } from './testing/rpc.ts';

const settings = peerSettings();
const skipped = 'missing' in settings;
if (skipped) process.stderr.write(`The TRYTON suite is skipped: ${settings.missing}.\n`);

/** Others may write into the same Tryton meanwhile: assertions speak of the records that this run made. */
describe.skipIf(skipped)('TRYTON against a running server', { timeout: 60_000 }, () => {
  let peer: Peer;
  beforeAll(async () => {
    if ('missing' in settings) return;
    peer = await openPeer(settings);
  });

  const request = (more: Partial<PullRequest> = {}): PullRequest => ({
    cursor: null,
    full: false,
    syncFrom: null,
    signal: new AbortController().signal,
    ...more,
  });

  let shared: PlatformSession | null = null;
  afterAll(() => shared?.close());

  /** A whole pass and what it ended with, in the session that most tests share. */
  const pull = async (model: RecordModel, more: Partial<PullRequest> = {}) => {
    shared ??= await trytonConnector.open(peer.credentials, { entityId: null });
    return passOf(shared, model, more);
  };

  async function passOf(session: PlatformSession, model: RecordModel, more: Partial<PullRequest> = {}) {
    const pages: PulledPage[] = [];
    for await (const page of session.pull(model, request(more))) pages.push(page);
    const records = pages.flatMap((page) => page.records);
    const rows = new Map(records.map((raw) => [trytonConnector.identify(model, raw), raw]));
    return { pages, rows, checkpoint: settled(pages.at(-1)?.checkpoint) };
  }

  const signInOf = ({ user, password }: { user: string; password: string }) => ({ user, password });

  async function withSession<T>(
    body: (session: PlatformSession) => Promise<T>,
    options: { connector?: Connector; as?: { user: string; password: string }; entityId?: string } = {},
  ): Promise<T> {
    const { connector = trytonConnector, as, entityId = null } = options;
    const session = await connector.open({ ...peer.credentials, ...(as && signInOf(as)) }, { entityId });
    try {
      return await body(session);
    } finally {
      await session.close();
    }
  }

  const checkpoints = new Map<RecordModel, unknown>();

  /** What changed since the last time that this was asked; everything at first. */
  const catchUp = async (model: RecordModel) => {
    const pass = await pull(model, { cursor: checkpoints.get(model) ?? null });
    checkpoints.set(model, pass.checkpoint);
    return pass;
  };

  /** What changed after a pass. The checkpoint goes through JSON, as the engine keeps it. */
  const pullChanges = (model: RecordModel, checkpoint: unknown) =>
    pull(model, { cursor: JSON.parse(JSON.stringify(checkpoint)) });

  /** As if so much time had gone by that the next pass needs no overlap. */
  const settled = (checkpoint: unknown): unknown => {
    const { mark, ...rest } = checkpoint as { mark: object | null };
    return { ...rest, mark: mark && { ...mark, settled: true } };
  };

  const mapped = <M extends RecordModel>(model: M, rows: Map<string | null, unknown>, id: number): Canonical<M> => {
    const raw = rows.get(String(id));
    if (raw === undefined) throw new Error(`${model} ${id} was not read`);
    return trytonConnector.map(model, raw);
  };

  async function failureOf(promise: Promise<unknown>): Promise<ConnectorError> {
    const error = await promise.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error instanceof ConnectorError) return error;
    throw new Error(`Not a ConnectorError: ${error}`);
  }

  describe('connecting', () => {
    test('answers the company and shows nothing secret', async () => {
      const result = await trytonConnector.connect({
        ...peer.credentials,
        address: ` ${peer.settings.url}/#${peer.settings.database}`,
      });
      const address = peer.settings.url.replace(/\/$/, '');
      expect(result).toMatchObject({
        credentials: { ...peer.credentials, address },
        variables: { address, database: peer.settings.database, user: peer.settings.user },
        entityId: expect.stringMatching(new RegExp(`^${peer.books.company}-\\d{8}T\\d{6}\\.\\d{6}$`)),
      });
      const [company] = await peer.rpc.read('company.company', [['id', '=', peer.books.company]], ['rec_name']);
      expect(result.entityName).toBe(company?.rec_name);
      expect(JSON.stringify(result.variables)).not.toContain(peer.settings.password);
    });

    test('with a wrong password is a matter of credentials, on the password', async () => {
      const failure = await failureOf(
        trytonConnector.connect({ ...peer.credentials, user: peer.nobody(), password: 'hunter2-canary' }),
      );
      expect(failure).toMatchObject({ failureClass: 'credentials', field: 'password' });
      expect(failure.evidence).toMatchObject({ status: 401, path: expect.stringContaining('common.db.login') });
      expect(JSON.stringify([failure.message, failure.evidence])).not.toContain('canary');
    });

    test('with an unknown database is a matter of the database', async () => {
      expect(await failureOf(trytonConnector.connect({ ...peer.credentials, database: 'nö/such' }))).toMatchObject({
        failureClass: 'credentials',
        field: 'database',
      });
    });

    test('with an address where nobody listens is a matter of the address', async () => {
      const address = await closedAddress();
      allowOutbound(address);
      expect(await failureOf(trytonConnector.connect({ ...peer.credentials, address }))).toMatchObject({
        failureClass: 'platform-down',
        field: 'address',
        message: 'No server answers at this address.',
      });
    });

    test('with a private address that is not allowed says so and sends nothing', async () => {
      expect(
        await failureOf(trytonConnector.connect({ ...peer.credentials, address: 'http://10.1.2.3:8000' })),
      ).toMatchObject({ failureClass: 'platform-down', field: 'address', message: expect.stringContaining('private') });
    });

    test('as a user without a company is a matter of permission', async () => {
      const { user, password } = await peer.createUser({ withCompany: false });
      expect(await failureOf(trytonConnector.connect({ ...peer.credentials, user, password }))).toMatchObject({
        failureClass: 'permission',
        field: 'user',
        message: expect.stringContaining('no company'),
      });
    });

    test('as a user without rights names what it may not read', async () => {
      const { user, password } = await peer.createUser({ groups: [] });
      const failure = await failureOf(trytonConnector.connect({ ...peer.credentials, user, password }));
      expect(failure).toMatchObject({ failureClass: 'permission', field: 'user' });
      expect(failure.message).toMatch(/may not read .*invoices/);
      expect(failure.message).not.toContain('parties');
    });

    test('as a user whose name and password hold any character works', async () => {
      const { user, password } = await peer.createUser({
        name: `zoë:d'Arc 社-${peer.run}`,
        password: 'pä:ß"wö\\rd 社1',
      });
      const { variables } = await trytonConnector.connect({ ...peer.credentials, user, password });
      expect(variables).toMatchObject({ user });
    });

    test('as a bookkeeper without rights on payment instructions works', async () => {
      const { user, password } = await peer.createUser();
      const result = await trytonConnector.connect({ ...peer.credentials, user, password });
      expect(result.entityId).toBe((await trytonConnector.connect(peer.credentials)).entityId);
    });
  });

  describe('a session', () => {
    test('is refused when it leads to another company', async () => {
      const open = trytonConnector.open(peer.credentials, { entityId: `${peer.books.company}-20200101T000000.000000` });
      expect(await failureOf(open)).toMatchObject({ failureClass: 'wrong-company' });
    });

    test('of a user who went to work in another company is refused, and a pass under way does not end', async () => {
      const made = await peer.createUser();
      const signIn = { ...peer.credentials, ...signInOf(made) };
      const { entityId } = await trytonConnector.connect(signIn);
      const other = await peer.createCompany();
      await withSession(
        async (session) => {
          expect((await passOf(session, 'ACCOUNT')).rows.has(String(peer.books.receivable))).toBe(true);
          await peer.rpc.write('res.user', [made.id], { companies: [['add', [other]]], company: other });
          expect(await failureOf(passOf(session, 'ACCOUNT'))).toMatchObject({ failureClass: 'wrong-company' });
        },
        { as: made, entityId },
      );
      expect((await trytonConnector.connect(signIn)).entityId).not.toBe(entityId);
      expect(await failureOf(trytonConnector.open(signIn, { entityId }))).toMatchObject({
        failureClass: 'wrong-company',
      });
    });

    test('of a user who sees all its companies stays with the one that was connected', async () => {
      const made = await peer.createUser();
      const { entityId } = await trytonConnector.connect({ ...peer.credentials, ...signInOf(made) });
      const other = await peer.createCompany();
      const both = { companies: [['add', [other]]], company: other, company_filter: 'all' };
      await peer.rpc.write('res.user', [made.id], both);
      const accounts = await withSession((session) => passOf(session, 'ACCOUNT'), { as: made, entityId });
      expect(accounts.rows.has(String(peer.books.receivable))).toBe(true);
    });

    test('signs in again when the server has ended it', async () => {
      const made = await peer.createUser();
      await withSession(
        async (session) => {
          await peer.setPassword(made, made.password);
          expect((await passOf(session, 'CURRENCY')).rows.size).toBeGreaterThan(0);
        },
        { as: made },
      );
    });

    test('whose password was changed fails as credentials', async () => {
      const made = await peer.createUser();
      await withSession(
        async (session) => {
          await peer.setPassword(made, 'q9W-zXc4Vb7n');
          expect(await failureOf(passOf(session, 'CURRENCY'))).toMatchObject({
            failureClass: 'credentials',
            field: 'password',
          });
        },
        { as: made },
      );
    });

    test('stops with the reason it was given', async () => {
      await withSession(async (session) => {
        const stop = new AbortController();
        stop.abort(new Error('the worker stops'));
        const pages = session.pull('CONTACT', request({ signal: stop.signal }))[Symbol.asyncIterator]();
        await expect(pages.next()).rejects.toThrow('the worker stops');
      });
    });
  });

  test('currencies come with their rates, the company’s own marked', async () => {
    const { rows } = await pull('CURRENCY');
    const own = mapped('CURRENCY', rows, peer.books.currency);
    const foreign = mapped('CURRENCY', rows, peer.books.foreignCurrency);
    expect(own.fields).toMatchObject({ is_base_currency: true, exchange_rate: '1' });
    expect(foreign.fields.is_base_currency).toBe(false);
    expect(Number(foreign.fields.exchange_rate)).toBeGreaterThan(0);
    expect(foreign.fields.code).toMatch(/^[A-Z]{3}$/);
  });

  test('accounts come with category, balance and parent', async () => {
    const before = mapped('ACCOUNT', (await pull('ACCOUNT')).rows, peer.books.receivable);
    const contact = await peer.createContact();
    await peer.createInvoice({ contact: contact.id, lines: [{ quantity: 1, price: '100.00' }] });
    const { rows } = await pull('ACCOUNT');
    const after = mapped('ACCOUNT', rows, peer.books.receivable);
    expect(after.fields).toMatchObject({
      category: 'asset',
      status: 'active',
      currency_id: String(peer.books.currency),
    });
    expect(Number(after.fields.current_balance)).toBeGreaterThanOrEqual(Number(before.fields.current_balance) + 100);
    expect(rows.has(after.fields.parent_account_id)).toBe(true);
    expect(mapped('ACCOUNT', rows, peer.books.revenue).fields.category).toBe('income');
  });

  describe('contacts', () => {
    test('bring addresses, numbers and links in any script', async () => {
      const made = await peer.createContact({
        name: `Ærø 株式会社 🚢 "O'Brien" ${peer.run}`,
        addresses: [
          { name: 'Tower', street: 'Øster Søgade 1\n2. sal', city: 'København', postal_code: '1357', invoice: true },
          { street: 'Closed', active: false },
        ],
        mechanisms: [
          { type: 'email', value: 'ada@example.test' },
          { type: 'phone', value: '+45 33 12 34 56' },
          { type: 'mobile', value: '+45 20 12 34 56' },
          { type: 'skype', value: 'ada' },
          { type: 'website', value: 'https://gone.example', active: false },
        ],
        identifiers: [{ code: 'REG-1' }, { type: 'eu_vat', code: 'BE0897290877' }],
      });
      const { fields, children } = mapped('CONTACT', (await catchUp('CONTACT')).rows, made.id);
      expect(fields).toMatchObject({
        name: `Ærø 株式会社 🚢 "O'Brien" ${peer.run}`,
        status: 'active',
        tax_number: 'BE0897290877',
        registration_number: 'REG-1',
      });
      expect(children.addresses).toMatchObject([
        { type: 'BILLING', street: 'Tower\nØster Søgade 1\n2. sal', city: 'København', pincode: '1357' },
      ]);
      expect(children.phone_numbers).toMatchObject([{ type: 'TELEPHONE' }, { type: 'MOBILE' }]);
      expect(children.external_links).toMatchObject([{ type: 'EMAIL', link: 'ada@example.test' }]);
    });

    test('of one stamp are all read, whatever the page size, and a pass goes on after any page', async () => {
      const batch = await peer.createContactBatch(500);
      await withSession(
        async (session) => {
          const whole = await passOf(session, 'CONTACT');
          expect(batch.filter((id) => !whole.rows.has(String(id)))).toEqual([]);
          const middle = Math.floor(whole.pages.length / 2);
          const cursor = JSON.parse(JSON.stringify(whole.pages[middle]?.checkpoint));
          const rest = await passOf(session, 'CONTACT', { cursor });
          const before = whole.pages.slice(0, middle + 1).flatMap((page) => page.records);
          const ids = before.map((raw) => trytonConnector.identify('CONTACT', raw));
          expect(batch.filter((id) => !ids.includes(String(id)) && !rest.rows.has(String(id)))).toEqual([]);
          expect(ids.filter((id) => rest.rows.has(id))).toEqual([]);
        },
        { connector: createTrytonConnector({ pageSize: 97 }) },
      );
    });

    test('that did not change are not read again', async () => {
      const made = await peer.createContact();
      const { checkpoint } = await catchUp('CONTACT');
      const again = await pullChanges('CONTACT', checkpoint);
      expect(again.rows.has(String(made.id))).toBe(false);
      expect(again.pages.length).toBeGreaterThan(0);
    });

    test('that are read twice are the same to the byte', async () => {
      const made = String((await peer.createContact()).id);
      const [first, second] = [await catchUp('CONTACT'), await pull('CONTACT')];
      expect(JSON.stringify(second.rows.get(made))).toBe(JSON.stringify(first.rows.get(made)));
    });

    describe('arrive with the next pass', () => {
      const edits: [string, (made: Awaited<ReturnType<Peer['createContact']>>) => Promise<unknown>, object][] = [
        [
          'with an address edited by itself',
          ({ addresses }) => peer.editAddress(addresses[0] ?? 0, { city: 'Łódź' }),
          { children: { addresses: [{ city: 'Łódź' }] } },
        ],
        [
          'with an address added by itself',
          ({ id }) => peer.addAddress(id, { city: 'Second' }),
          { children: { addresses: [{ city: 'Leeds' }, { city: 'Second' }] } },
        ],
        [
          'with an address deleted by itself, which leaves no stamp',
          ({ addresses }) => peer.deleteAddress(addresses[0] ?? 0),
          { children: { addresses: [] } },
        ],
        [
          'with an address deactivated',
          ({ addresses }) => peer.editAddress(addresses[0] ?? 0, { active: false }),
          { children: { addresses: [] } },
        ],
        [
          'with a contact mechanism edited by itself',
          ({ mechanisms }) => peer.editMechanism(mechanisms[0] ?? 0, { value: 'new@example.test' }),
          { children: { external_links: [{ link: 'new@example.test' }] } },
        ],
        [
          'with a contact mechanism added by itself',
          ({ id }) => peer.addMechanism(id, { type: 'fax', value: '+44 113 496 0000' }),
          { children: { phone_numbers: [{ type: 'FAX' }] } },
        ],
        [
          'with a contact mechanism deleted by itself',
          ({ mechanisms }) => peer.deleteMechanism(mechanisms[0] ?? 0),
          { children: { external_links: [] } },
        ],
        [
          'with an identifier edited by itself',
          ({ identifiers }) => peer.editIdentifier(identifiers[0] ?? 0, { code: 'REG-2' }),
          { fields: { registration_number: 'REG-2' } },
        ],
        ['renamed', ({ id }) => peer.renameContact(id, 'Ünïted'), { fields: { name: 'Ünïted' } }],
        ['deactivated', ({ id }) => peer.deactivateContact(id), { fields: { status: 'inactive' } }],
      ];
      test.each(edits)('%s', async (_name, edit, expected) => {
        const made = await peer.createContact({ identifiers: [{ code: 'REG-1' }] });
        const before = await catchUp('CONTACT');
        await edit(made);
        const after = await pullChanges('CONTACT', before.checkpoint);
        expect(mapped('CONTACT', after.rows, made.id)).toMatchObject(expected);
        const updated = (rows: typeof after.rows) => mapped('CONTACT', rows, made.id).fields.updated_at ?? '';
        expect(updated(after.rows) >= updated(before.rows)).toBe(true);
      });
    });
  });

  describe('invoices', () => {
    test('bring lines, amounts and the day they are due', async () => {
      const contact = await peer.createContact();
      const id = await peer.createInvoice({
        contact: contact.id,
        description: 'Spring ☀',
        lines: [
          { description: 'Consulting', quantity: 2.5, price: '40.00', taxed: true },
          { description: 'Postage', quantity: 1, price: '7.1234' },
        ],
      });
      const { fields, children, platformUniqueId } = mapped('INVOICE', (await catchUp('INVOICE')).rows, id);
      const truth = await peer.readInvoice(id, ['number']);
      expect(platformUniqueId).toBe(truth.number);
      expect(fields).toMatchObject({
        document_number: truth.number,
        status: 'submitted',
        contact_id: String(contact.id),
        currency_id: String(peer.books.currency),
        currency_rate: '1',
        posted_date: `${today()}T00:00:00.000Z`,
        sub_total: '107.12',
        total_amount: '127.12',
        tax_amount: '20',
        amount_due: '127.12',
        memo: 'Spring ☀',
      });
      expect(fields.due_date).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/);
      expect(children.line_items).toMatchObject([
        {
          description: 'Consulting',
          quantity: '2.5',
          unit_amount: '40',
          sub_total: '100',
          tax_id: String(peer.books.tax),
        },
        {
          description: 'Postage',
          quantity: '1',
          unit_amount: '7.1234',
          sub_total: '7.12',
          tax_amount: '0',
          total_amount: '7.12',
        },
      ]);
    });

    test('in another currency keep it, with the rate at which they were booked', async () => {
      const contact = await peer.createContact();
      const id = await peer.createInvoice({ contact: contact.id, currency: peer.books.foreignCurrency });
      const draft = await peer.createInvoice({
        contact: contact.id,
        currency: peer.books.foreignCurrency,
        post: false,
      });
      const { rows } = await catchUp('INVOICE');
      const { rows: currencies } = await pull('CURRENCY');
      const rate = mapped('CURRENCY', currencies, peer.books.foreignCurrency).fields.exchange_rate;
      expect(mapped('INVOICE', rows, id).fields).toMatchObject({
        currency_id: String(peer.books.foreignCurrency),
        currency_rate: rate,
        total_amount: '120',
        amount_due: '120',
      });
      expect(mapped('INVOICE', rows, draft).fields).toMatchObject({
        status: 'draft',
        currency_rate: null,
        due_date: null,
      });
    });

    test('from suppliers are left out', async () => {
      const contact = await peer.createContact();
      const invoice = await peer.createInvoice({ contact: contact.id });
      const bill = await peer.createBill({ contact: contact.id });
      const { rows } = await catchUp('INVOICE');
      expect([rows.has(String(invoice)), rows.has(String(bill))]).toEqual([true, false]);
    });

    test('before the first day wanted are left out, and come when it is moved back', async () => {
      const contact = await peer.createContact();
      const id = await peer.createInvoice({ contact: contact.id });
      await peer.payInvoice(id, { amount: '50.00' });
      const tomorrow = new Date(Date.now() + 36 * 3_600_000);
      for (const model of ['INVOICE', 'INVOICE_PAYMENT'] as const) {
        const none = await pull(model, { syncFrom: tomorrow });
        expect(none.rows.size).toBe(0);
        const all = await pull(model, { cursor: none.checkpoint, syncFrom: new Date(`${today()}T12:00:00Z`) });
        const [line] = (await peer.readInvoice(id, ['payment_lines'])).payment_lines as number[];
        expect(all.rows.has(String(model === 'INVOICE' ? id : line))).toBe(true);
      }
    });

    describe('arrive with the next pass', () => {
      const posted = async () => peer.createInvoice({ contact: (await peer.createContact()).id });

      test('when a payment is instructed, which moves no stamp of theirs, and when that is taken back', async () => {
        const id = await posted();
        const before = await catchUp('INVOICE');
        const stamp = (await peer.readInvoice(id, ['write_date'])).write_date;
        const instruction = await peer.instructPayment(id, '20.00');
        expect((await peer.readInvoice(id, ['write_date'])).write_date).toEqual(stamp);
        const after = await pullChanges('INVOICE', before.checkpoint);
        expect(mapped('INVOICE', after.rows, id).fields).toMatchObject({ amount_due: '100', status: 'partially_paid' });
        await peer.deleteInstruction(instruction);
        const again = await pullChanges('INVOICE', after.checkpoint);
        expect(mapped('INVOICE', again.rows, id).fields).toMatchObject({ amount_due: '120', status: 'submitted' });
      });

      test('when a payment is instructed, for a user who may not read instructions', async () => {
        const id = await posted();
        await withSession(
          async (session) => {
            const before = await passOf(session, 'INVOICE');
            await peer.instructPayment(id, '120.00');
            const after = await passOf(session, 'INVOICE', { cursor: before.checkpoint });
            const { fields } = mapped('INVOICE', after.rows, id);
            expect(fields).toMatchObject({ amount_due: '0', status: 'partially_paid' });
          },
          { as: await peer.createUser() },
        );
      });

      test('when they are paid in part and then in full', async () => {
        const id = await posted();
        let { checkpoint, ...pass } = await catchUp('INVOICE');
        await peer.payInvoice(id, { amount: '50.00' });
        ({ checkpoint, ...pass } = await pullChanges('INVOICE', checkpoint));
        expect(mapped('INVOICE', pass.rows, id).fields).toMatchObject({ amount_due: '70', status: 'partially_paid' });
        await peer.payInvoice(id, { amount: '70.00' });
        ({ checkpoint, ...pass } = await pullChanges('INVOICE', checkpoint));
        expect(mapped('INVOICE', pass.rows, id).fields).toMatchObject({ amount_due: '0', status: 'paid' });
      });

      test('when a line of a draft is edited, or deleted, by itself', async () => {
        const id = await peer.createInvoice({
          contact: (await peer.createContact()).id,
          post: false,
          lines: [
            { description: 'a', quantity: 1, price: '1.00' },
            { description: 'b', quantity: 1, price: '2.00' },
          ],
        });
        const lines = (await peer.readInvoice(id, ['lines'])).lines as number[];
        const before = await catchUp('INVOICE');
        await peer.rpc.write('account.invoice.line', lines.slice(0, 1), { description: 'ä' });
        const edited = await pullChanges('INVOICE', before.checkpoint);
        expect(mapped('INVOICE', edited.rows, id).children.line_items).toMatchObject([
          { description: 'ä' },
          { description: 'b' },
        ]);
        await peer.rpc.remove('account.invoice.line', lines.slice(1));
        const shorter = await pullChanges('INVOICE', edited.checkpoint);
        expect(mapped('INVOICE', shorter.rows, id)).toMatchObject({
          fields: { total_amount: '1' },
          children: { line_items: [{ description: 'ä' }] },
        });
      });

      test('when they are credited: cancelled, with a credit note of the opposite sign', async () => {
        const id = await posted();
        const before = await catchUp('INVOICE');
        const note = await peer.creditInvoice(id);
        const after = await pullChanges('INVOICE', before.checkpoint);
        expect(mapped('INVOICE', after.rows, id).fields.status).toBe('void');
        expect(mapped('INVOICE', after.rows, note).fields).toMatchObject({
          status: 'paid',
          total_amount: '-120',
          amount_due: '0',
        });
      });
    });

    test('that Tryton can’t compute are rejected one by one, and the rest is read', async () => {
      const contact = (await peer.createContact()).id;
      const rates = [['create', [{ rate: decimal('2'), date: date('2000-01-01') }]]];
      const [currency = 0] = await peer.rpc.create('currency.currency', {
        name: `Rateless ${peer.run}`,
        symbol: '¤',
        code: 'XTS',
        rounding: decimal('0.01'),
        digits: 2,
        rates,
      });
      const [good, bad] = [await peer.createInvoice({ contact }), await peer.createInvoice({ contact, currency })];
      // Paid in part in the company's currency: what is to pay can only be told with a rate.
      await peer.payInvoice(bad, { amount: '10.00', currency: peer.books.currency });
      const [made] = await peer.rpc.read('currency.currency', [['id', '=', currency]], ['rates']);
      await peer.rpc.remove('currency.currency.rate', made?.rates as number[]);
      try {
        const { rows } = await catchUp('INVOICE');
        expect(mapped('INVOICE', rows, good).fields.amount_due).toBe('120');
        expect(() => mapped('INVOICE', rows, bad)).toThrow(RecordRejected);
        expect(() => mapped('INVOICE', rows, bad)).toThrow(/rate/i);
      } finally {
        await peer.rpc.write('currency.currency', [currency], { rates });
      }
      expect(mapped('INVOICE', (await catchUp('INVOICE')).rows, bad).fields.amount_due).toBe('100');
    });
  });

  describe('payments', () => {
    const linesOf = async (invoice: number) =>
      (await peer.readInvoice(invoice, ['payment_lines'])).payment_lines as number[];

    test('are the payment lines of an invoice, with what was booked', async () => {
      const contact = await peer.createContact();
      const id = await peer.createInvoice({ contact: contact.id });
      const before = await catchUp('INVOICE_PAYMENT');
      await peer.payInvoice(id, { amount: '50.00', reference: `R1 ✓ ${peer.run}` });
      await peer.payInvoice(id, { amount: '70.00', reference: `R2 ${peer.run}` });
      const lines = await linesOf(id);
      expect(lines).toHaveLength(2);
      const { rows } = await pullChanges('INVOICE_PAYMENT', before.checkpoint);
      const payments = lines.map((line) => mapped('INVOICE_PAYMENT', rows, line));
      expect(payments.map(({ fields }) => fields)).toMatchObject([
        {
          invoice_id: String(id),
          contact_id: String(contact.id),
          account_id: String(peer.books.cash),
          amount: '50',
          currency_id: String(peer.books.currency),
          currency_rate: '1',
          memo: `R1 ✓ ${peer.run}`,
          payment_date: `${today()}T00:00:00.000Z`,
        },
        { amount: '70', memo: `R2 ${peer.run}` },
      ]);
      const moves = await peer.rpc.read('account.move.line', [['id', 'in', lines]], ['move']);
      expect(payments.map((payment) => payment.platformUniqueId)).toEqual(moves.map((row) => String(row.move)));
    });

    test('of a foreign invoice are in its currency, with the rate of their booking', async () => {
      const contact = await peer.createContact();
      const id = await peer.createInvoice({ contact: contact.id, currency: peer.books.foreignCurrency });
      await peer.payInvoice(id, { amount: '30.00' });
      const [line = 0] = await linesOf(id);
      const { rows } = await catchUp('INVOICE_PAYMENT');
      const { rows: currencies } = await pull('CURRENCY');
      expect(mapped('INVOICE_PAYMENT', rows, line).fields).toMatchObject({
        amount: '30',
        currency_id: String(peer.books.foreignCurrency),
        currency_rate: mapped('CURRENCY', currencies, peer.books.foreignCurrency).fields.exchange_rate,
      });
    });

    test('that did not change are not read again', async () => {
      const id = await peer.createInvoice({ contact: (await peer.createContact()).id });
      await peer.payInvoice(id, { amount: '120.00' });
      const [line = 0] = await linesOf(id);
      const { rows, checkpoint } = await catchUp('INVOICE_PAYMENT');
      expect(rows.has(String(line))).toBe(true);
      expect((await pullChanges('INVOICE_PAYMENT', checkpoint)).rows.has(String(line))).toBe(false);
    });
  });

  test.each(['CONTACT', 'INVOICE', 'INVOICE_PAYMENT'] as const)(
    'a second pass right after reads no %s',
    async (model) => {
      const contact = await peer.createContact();
      const invoice = await peer.createInvoice({ contact: contact.id });
      await peer.payInvoice(invoice, { amount: '120.00' });
      // Whatever others write meanwhile makes a pass look back; it ends as soon as they pause.
      let cursor = (await catchUp(model)).pages.at(-1)?.checkpoint;
      await expect
        .poll(
          async () => {
            const { pages } = await pull(model, { cursor });
            cursor = pages.at(-1)?.checkpoint;
            return pages.map((page) => page.records.length);
          },
          { timeout: 30_000 },
        )
        .toEqual([0]);
    },
  );

  test('a full pass reads everything, whatever an earlier one ended with', async () => {
    const made = await peer.createContact();
    const { checkpoint } = await catchUp('CONTACT');
    expect((await pull('CONTACT', { cursor: checkpoint, full: true })).rows.has(String(made.id))).toBe(true);
  });

  test('a full pass does not go on from a pass that was not one', async () => {
    const connector = createTrytonConnector({ pageSize: 5 });
    const begun = await withSession(
      async (session) => {
        for await (const page of session.pull('CONTACT', request())) return page;
        return null;
      },
      { connector },
    );
    const [first] = begun?.records ?? [];
    const { rows } = await pull('CONTACT', { cursor: begun?.checkpoint, full: true });
    expect(rows.has(trytonConnector.identify('CONTACT', first))).toBe(true);
  });
});

/** An address on which nothing listens. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 1}`;
}
