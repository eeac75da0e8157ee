import { describe, expect, test } from 'vitest';
import { createTrytonConnector, trytonConnector } from '../connector.ts';
import { decimalText } from '../wire-values.ts';
import { mapped, type Pass, type Passes, passOf, wholePass } from './passes.ts';
import type { Peer } from './peer.ts';

/** Tests that write into the peer; others may do so meanwhile, and they speak of their own records alone. */
export function contactsSuite(peer: Peer, passes: Passes): void {
  test('currencies come with their rates, the company’s own marked', async () => {
    const { rows } = await passes.pull('CURRENCY');
    const own = mapped('CURRENCY', { rows }, peer.books.currency);
    const foreign = mapped('CURRENCY', { rows }, peer.books.foreignCurrency);
    expect(own.fields).toMatchObject({ is_base_currency: true, exchange_rate: '1' });
    expect(foreign.fields.is_base_currency).toBe(false);
    expect(Number(foreign.fields.exchange_rate)).toBeGreaterThan(0);
    expect(foreign.fields.code).toMatch(/^[A-Z]{3}$/);
  });

  test('accounts come with category, balance and parent', async () => {
    const contact = await peer.createContact();
    await peer.createInvoice({ contact: contact.id });
    const pass = await passes.pull('ACCOUNT');
    const { fields } = mapped('ACCOUNT', pass, peer.books.receivable);
    expect(fields).toMatchObject({ category: 'asset', status: 'active', currency_id: String(peer.books.currency) });
    expect(pass.rows.has(fields.parent_account_id)).toBe(true);
    expect(mapped('ACCOUNT', pass, peer.books.revenue).fields.category).toBe('income');
    // Others may book at the same time.
    await expect
      .poll(async () => {
        const read = mapped('ACCOUNT', await passes.pull('ACCOUNT'), peer.books.receivable).fields.current_balance;
        const [row] = await peer.rpc.read('account.account', [['id', '=', peer.books.receivable]], ['balance']);
        return decimalText((row?.balance as { decimal: string } | undefined)?.decimal ?? '') === read;
      })
      .toBe(true);
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
      const { fields, children } = mapped('CONTACT', await passes.catchUp('CONTACT'), made.id);
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
      await passes.withSession(
        async (session) => {
          const whole = await passOf(session, 'CONTACT');
          expect(batch.filter((id) => !whole.rows.has(String(id)))).toEqual([]);
          const middle = Math.floor(whole.pages.length / 2);
          const cursor = whole.pages[middle]?.checkpoint;
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
      const { checkpoint } = await passes.catchUp('CONTACT');
      const again = await passes.pullChanges('CONTACT', checkpoint);
      expect(again.rows.has(String(made.id))).toBe(false);
      expect(again.pages.length).toBeGreaterThan(0);
    });

    test('that are read twice are the same to the byte', async () => {
      const made = String((await peer.createContact()).id);
      const [first, second] = [await passes.catchUp('CONTACT'), await passes.pull('CONTACT')];
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
        const before = await passes.catchUp('CONTACT');
        await edit(made);
        const after = await passes.pullChanges('CONTACT', before.checkpoint);
        expect(mapped('CONTACT', after, made.id)).toMatchObject(expected);
        const updated = (pass: Pass) => mapped('CONTACT', pass, made.id).fields.updated_at ?? '';
        expect(updated(after) >= updated(before)).toBe(true);
      });
    });
  });

  test.each(['CONTACT', 'INVOICE', 'INVOICE_PAYMENT'] as const)(
    'a second pass right after reads no %s',
    async (model) => {
      const contact = await peer.createContact();
      const invoice = await peer.createInvoice({ contact: contact.id });
      await peer.payInvoice(invoice, { amount: '120.00' });
      const own = {
        CONTACT: [contact.id],
        INVOICE: [invoice],
        INVOICE_PAYMENT: (await peer.readInvoice(invoice, ['payment_lines'])).payment_lines as number[],
      }[model];
      // What others write meanwhile makes a pass look back, until they pause.
      let pass = await passes.catchUp(model);
      await expect
        .poll(
          async () => {
            pass = await passes.pull(model, { cursor: pass.pages.at(-1)?.checkpoint });
            return own.filter((id) => pass.rows.has(String(id)));
          },
          { timeout: 45_000 },
        )
        .toEqual([]);
    },
  );

  test('a full pass reads everything, whatever an earlier one ended with', async () => {
    const made = await peer.createContact();
    const { checkpoint } = await passes.catchUp('CONTACT');
    expect((await passes.pull('CONTACT', { cursor: checkpoint, full: true })).rows.has(String(made.id))).toBe(true);
  });

  test('a full pass does not go on from a pass that was not one', async () => {
    const connector = createTrytonConnector({ pageSize: 5 });
    const begun = await passes.withSession(
      async (session) => {
        for await (const page of session.pull('CONTACT', wholePass())) return page;
        return null;
      },
      { connector },
    );
    const [first] = begun?.records ?? [];
    const { rows } = await passes.pull('CONTACT', { cursor: begun?.checkpoint, full: true });
    expect(rows.has(trytonConnector.identify('CONTACT', first))).toBe(true);
  });
}
