import { describe, expect, test } from 'vitest';
import { createTrytonConnector } from '../connector.ts';
import { today } from './bookkeeping.ts';
import { mapped, type Passes, passOf } from './passes.ts';
import type { Peer } from './peer.ts';

/** Tests that write into the peer; others may do so meanwhile, and they speak of their own records alone. */
export function billsSuite(peer: Peer, passes: Passes): void {
  const paymentLines = async (invoice: number) =>
    (await peer.readInvoice(invoice, ['payment_lines'])).payment_lines as number[];
  const contact = async () => (await peer.createContact()).id;

  describe('bills', () => {
    test('bring the supplier’s number, lines, amounts and the day they are due', async () => {
      const supplier = await contact();
      const id = await peer.createBill({ contact: supplier, reference: `S-7 ${peer.run}`, description: 'Winter' });
      const draft = await peer.createBill({ contact: supplier, post: false });
      const { rows } = await passes.catchUp('BILL');
      const bill = mapped('BILL', { rows }, id);
      expect(bill.platformUniqueId).toBe((await peer.readInvoice(id, ['number'])).number);
      expect(bill.fields).toMatchObject({
        document_number: `S-7 ${peer.run}`,
        status: 'submitted',
        contact_id: String(supplier),
        currency_rate: '1',
        posted_date: `${today()}T00:00:00.000Z`,
        sub_total: '100',
        tax_amount: '20',
        total_amount: '120',
        amount_due: '120',
        memo: 'Winter',
      });
      expect(bill.children.line_items).toMatchObject([{ quantity: '2', account_id: String(peer.books.expense) }]);
      expect(mapped('BILL', { rows }, draft).fields).toMatchObject({ status: 'draft', document_number: null });
    });

    test('are not invoices, and invoices are not bills', async () => {
      const party = await contact();
      const ids = [await peer.createInvoice({ contact: party }), await peer.createBill({ contact: party })].map(String);
      const [invoices, bills] = [await passes.catchUp('INVOICE'), await passes.catchUp('BILL')];
      expect(ids.map((id) => [invoices.rows.has(id), bills.rows.has(id)])).toEqual([
        [true, false],
        [false, true],
      ]);
    });

    test('that are paid arrive with the next pass, and their payments are positive', async () => {
      const supplier = await contact();
      const id = await peer.createBill({ contact: supplier });
      const before = await passes.catchUp('BILL');
      const payments = await passes.catchUp('BILL_PAYMENT');
      await peer.payInvoice(id, { amount: '50.00', reference: `Out ${peer.run}` });
      const after = await passes.pullChanges('BILL', before.checkpoint);
      expect(mapped('BILL', after, id).fields).toMatchObject({ amount_due: '70', status: 'partially_paid' });
      const [line = 0] = await paymentLines(id);
      const payment = mapped('BILL_PAYMENT', await passes.pullChanges('BILL_PAYMENT', payments.checkpoint), line);
      expect(payment.fields).toMatchObject({
        bill_id: String(id),
        credit_note_id: null,
        amount: '50',
        account_id: String(peer.books.cash),
        contact_id: String(supplier),
        memo: `Out ${peer.run}`,
      });
      expect((await passes.catchUp('INVOICE_PAYMENT')).rows.has(String(line))).toBe(false);
    });

    test('in another currency keep it, and so do their payments', async () => {
      const currency = peer.books.foreignCurrency;
      const id = await peer.createBill({ contact: await contact(), currency });
      await peer.payInvoice(id, { amount: '30.00' });
      const [line = 0] = await paymentLines(id);
      const rate = mapped('CURRENCY', await passes.pull('CURRENCY'), currency).fields.exchange_rate;
      const ofThem = { currency_id: String(currency), currency_rate: rate };
      expect(mapped('BILL', await passes.catchUp('BILL'), id).fields).toMatchObject({ ...ofThem, amount_due: '90' });
      const payments = await passes.catchUp('BILL_PAYMENT');
      expect(mapped('BILL_PAYMENT', payments, line).fields).toMatchObject({ ...ofThem, amount: '30' });
    });
  });

  describe('credit notes', () => {
    test('of customers are positive and name the invoice that they credit', async () => {
      const party = await contact();
      const id = await peer.createInvoice({ contact: party });
      const before = await passes.catchUp('INVOICE_CREDIT_NOTE');
      const note = await peer.creditInvoice(id);
      const after = await passes.pullChanges('INVOICE_CREDIT_NOTE', before.checkpoint);
      expect(after.rows.has(String(id))).toBe(false);
      const { fields, children } = mapped('INVOICE_CREDIT_NOTE', after, note);
      expect(fields).toMatchObject({
        document_number: (await peer.readInvoice(note, ['number'])).number,
        status: 'paid',
        contact_id: String(party),
        total_amount: '120',
        tax_amount: '20',
        remaining_credit: '0',
        invoice_ids: [String(id)],
      });
      expect(children.line_items).toMatchObject([{ quantity: '2', unit_amount: '50', sub_total: '100' }]);
    });

    test('of suppliers are those of bills', async () => {
      const id = await peer.createBill({ contact: await contact() });
      const note = await peer.creditInvoice(id, { leaveOpen: true });
      const { rows } = await passes.catchUp('BILL_CREDIT_NOTE');
      expect(mapped('BILL_CREDIT_NOTE', { rows }, note).fields).toMatchObject({
        status: 'submitted',
        total_amount: '120',
        remaining_credit: '120',
        bill_ids: [String(id)],
      });
      expect((await passes.catchUp('BILL')).rows.has(String(note))).toBe(false);
      expect((await passes.catchUp('INVOICE_CREDIT_NOTE')).rows.has(String(note))).toBe(false);
    });

    test('of which money was given back have less left, and a payment that names them', async () => {
      const id = await peer.createInvoice({ contact: await contact() });
      const note = await peer.creditInvoice(id, { leaveOpen: true });
      const before = await passes.catchUp('INVOICE_CREDIT_NOTE');
      expect(mapped('INVOICE_CREDIT_NOTE', before, note).fields.remaining_credit).toBe('120');
      await peer.payInvoice(note, { amount: '-50.00' });
      const after = await passes.pullChanges('INVOICE_CREDIT_NOTE', before.checkpoint);
      expect(mapped('INVOICE_CREDIT_NOTE', after, note).fields).toMatchObject({
        remaining_credit: '70',
        status: 'partially_paid',
      });
      const [line = 0] = await paymentLines(note);
      expect(mapped('INVOICE_PAYMENT', await passes.catchUp('INVOICE_PAYMENT'), line).fields).toMatchObject({
        invoice_id: null,
        credit_note_id: String(note),
        amount: '50',
      });
    });

    test('among many other invoices cost few rows, and every page says where it ended', async () => {
      const party = await contact();
      const notes = [];
      for (let i = 0; i < 2; i++) notes.push(await peer.creditInvoice(await peer.createInvoice({ contact: party })));
      const connector = createTrytonConnector({ pageSize: 3 });
      const read = await passes.withSession((session) => passOf(session, 'INVOICE_CREDIT_NOTE'), { connector });
      for (const note of notes) expect(read.rows.has(String(note))).toBe(true);
      expect(read.pages.length).toBeGreaterThan(1);
      expect(new Set(read.pages.slice(0, -1).map(({ checkpoint }) => JSON.stringify(checkpoint))).size).toBe(
        read.pages.length - 1,
      );
    });
  });
}
