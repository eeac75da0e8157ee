import { describe, expect, test } from 'vitest';
import { RecordRejected } from '../../errors.ts';
import { today } from './bookkeeping.ts';
import { mapped, type Passes, passOf } from './passes.ts';
import type { Peer } from './peer.ts';
import { date, decimal } from './rpc.ts';

/** Tests that write into the peer; others may do so meanwhile, and they speak of their own records alone. */
export function invoicesSuite(peer: Peer, passes: Passes): void {
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
      const { fields, children, platformUniqueId } = mapped('INVOICE', await passes.catchUp('INVOICE'), id);
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
      const { rows } = await passes.catchUp('INVOICE');
      const currencies = await passes.pull('CURRENCY');
      const rate = mapped('CURRENCY', currencies, peer.books.foreignCurrency).fields.exchange_rate;
      expect(mapped('INVOICE', { rows }, id).fields).toMatchObject({
        currency_id: String(peer.books.foreignCurrency),
        currency_rate: rate,
        total_amount: '120',
        amount_due: '120',
      });
      expect(mapped('INVOICE', { rows }, draft).fields).toMatchObject({
        status: 'draft',
        currency_rate: null,
        due_date: null,
      });
    });

    test('from suppliers are left out', async () => {
      const contact = await peer.createContact();
      const invoice = await peer.createInvoice({ contact: contact.id });
      const bill = await peer.createBill({ contact: contact.id });
      const { rows } = await passes.catchUp('INVOICE');
      expect([rows.has(String(invoice)), rows.has(String(bill))]).toEqual([true, false]);
    });

    test('before the first day wanted are left out, and come when it is moved back', async () => {
      const contact = await peer.createContact();
      const id = await peer.createInvoice({ contact: contact.id });
      await peer.payInvoice(id, { amount: '50.00' });
      const tomorrow = new Date(Date.now() + 36 * 3_600_000);
      for (const model of ['INVOICE', 'INVOICE_PAYMENT'] as const) {
        const none = await passes.pull(model, { syncFrom: tomorrow });
        expect(none.rows.size).toBe(0);
        const all = await passes.pull(model, { cursor: none.checkpoint, syncFrom: new Date(`${today()}T12:00:00Z`) });
        const [line] = (await peer.readInvoice(id, ['payment_lines'])).payment_lines as number[];
        expect(all.rows.has(String(model === 'INVOICE' ? id : line))).toBe(true);
      }
    });

    describe('arrive with the next pass', () => {
      const posted = async () => peer.createInvoice({ contact: (await peer.createContact()).id });

      test('when a payment is instructed, which moves no stamp of theirs, and when that is taken back', async () => {
        const id = await posted();
        const before = await passes.catchUp('INVOICE');
        const stamp = (await peer.readInvoice(id, ['write_date'])).write_date;
        const instruction = await peer.instructPayment(id, '20.00');
        expect((await peer.readInvoice(id, ['write_date'])).write_date).toEqual(stamp);
        const after = await passes.pullChanges('INVOICE', before.checkpoint);
        expect(mapped('INVOICE', after, id).fields).toMatchObject({ amount_due: '100', status: 'partially_paid' });
        await peer.deleteInstruction(instruction);
        const again = await passes.pullChanges('INVOICE', after.checkpoint);
        expect(mapped('INVOICE', again, id).fields).toMatchObject({ amount_due: '120', status: 'submitted' });
      });

      test('when a payment is instructed, for a user who may not read instructions', async () => {
        const id = await posted();
        await passes.withSession(
          async (session) => {
            const before = await passOf(session, 'INVOICE');
            await peer.instructPayment(id, '120.00');
            const after = await passOf(session, 'INVOICE', { cursor: before.checkpoint });
            const { fields } = mapped('INVOICE', after, id);
            expect(fields).toMatchObject({ amount_due: '0', status: 'partially_paid' });
          },
          { as: await peer.createUser() },
        );
      });

      test('when they are paid in part and then in full', async () => {
        const id = await posted();
        let { checkpoint, ...pass } = await passes.catchUp('INVOICE');
        await peer.payInvoice(id, { amount: '50.00' });
        ({ checkpoint, ...pass } = await passes.pullChanges('INVOICE', checkpoint));
        expect(mapped('INVOICE', pass, id).fields).toMatchObject({ amount_due: '70', status: 'partially_paid' });
        await peer.payInvoice(id, { amount: '70.00' });
        ({ checkpoint, ...pass } = await passes.pullChanges('INVOICE', checkpoint));
        expect(mapped('INVOICE', pass, id).fields).toMatchObject({ amount_due: '0', status: 'paid' });
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
        const before = await passes.catchUp('INVOICE');
        await peer.rpc.write('account.invoice.line', lines.slice(0, 1), { description: 'ä' });
        const edited = await passes.pullChanges('INVOICE', before.checkpoint);
        expect(mapped('INVOICE', edited, id).children.line_items).toMatchObject([
          { description: 'ä' },
          { description: 'b' },
        ]);
        await peer.rpc.remove('account.invoice.line', lines.slice(1));
        const shorter = await passes.pullChanges('INVOICE', edited.checkpoint);
        expect(mapped('INVOICE', shorter, id)).toMatchObject({
          fields: { total_amount: '1' },
          children: { line_items: [{ description: 'ä' }] },
        });
      });

      test('when they are credited: cancelled, while their credit note is none of them', async () => {
        const id = await posted();
        const before = await passes.catchUp('INVOICE');
        const note = await peer.creditInvoice(id);
        const after = await passes.pullChanges('INVOICE', before.checkpoint);
        expect(mapped('INVOICE', after, id).fields.status).toBe('void');
        expect(after.rows.has(String(note))).toBe(false);
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
        const { rows } = await passes.catchUp('INVOICE');
        expect(mapped('INVOICE', { rows }, good).fields.amount_due).toBe('120');
        expect(() => mapped('INVOICE', { rows }, bad)).toThrow(RecordRejected);
        expect(() => mapped('INVOICE', { rows }, bad)).toThrow(/rate/i);
      } finally {
        await peer.rpc.write('currency.currency', [currency], { rates });
      }
      expect(mapped('INVOICE', await passes.catchUp('INVOICE'), bad).fields.amount_due).toBe('100');
    });
  });

  describe('payments', () => {
    const linesOf = async (invoice: number) =>
      (await peer.readInvoice(invoice, ['payment_lines'])).payment_lines as number[];

    test('are the payment lines of an invoice, with what was booked', async () => {
      const contact = await peer.createContact();
      const id = await peer.createInvoice({ contact: contact.id });
      const before = await passes.catchUp('INVOICE_PAYMENT');
      await peer.payInvoice(id, { amount: '50.00', reference: `R1 ✓ ${peer.run}` });
      await peer.payInvoice(id, { amount: '70.00', reference: `R2 ${peer.run}` });
      const lines = await linesOf(id);
      expect(lines).toHaveLength(2);
      const { rows } = await passes.pullChanges('INVOICE_PAYMENT', before.checkpoint);
      const payments = lines.map((line) => mapped('INVOICE_PAYMENT', { rows }, line));
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
      const { rows } = await passes.catchUp('INVOICE_PAYMENT');
      const currencies = await passes.pull('CURRENCY');
      expect(mapped('INVOICE_PAYMENT', { rows }, line).fields).toMatchObject({
        amount: '30',
        currency_id: String(peer.books.foreignCurrency),
        currency_rate: mapped('CURRENCY', currencies, peer.books.foreignCurrency).fields.exchange_rate,
      });
    });

    test('that did not change are not read again', async () => {
      const id = await peer.createInvoice({ contact: (await peer.createContact()).id });
      await peer.payInvoice(id, { amount: '120.00' });
      const [line = 0] = await linesOf(id);
      const { rows, checkpoint } = await passes.catchUp('INVOICE_PAYMENT');
      expect(rows.has(String(line))).toBe(true);
      expect((await passes.pullChanges('INVOICE_PAYMENT', checkpoint)).rows.has(String(line))).toBe(false);
    });
  });
}
