import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InvoicePaymentFields } from '../../../domain/writes/write-fields.ts';
import type { ConnectorError } from '../../errors.ts';
import type { PlatformSession } from '../../types.ts';
import { trytonConnector } from '../connector.ts';
import { today } from './bookkeeping.ts';
import { failureOf } from './passes.ts';
import type { Peer } from './peer.ts';
import { startTamperingProxy, type TamperingProxy } from './tampering-proxy.ts';
import { newMarker, paymentRequest, type Writes, writesOf } from './writes.ts';

/** Payments that are written into the peer; others may write there meanwhile. */
export function paymentsWritingSuite(peer: Peer): void {
  describe('writing payments', () => {
    let session: PlatformSession;
    let writes: Writes;
    beforeAll(async () => {
      session = await trytonConnector.open(peer.credentials, { entityId: null });
      writes = writesOf(session);
    });
    afterAll(() => session.close());

    const invoiceOf = async (more: Partial<Parameters<Peer['createInvoice']>[0]> = {}) =>
      peer.createInvoice({ contact: (await peer.createContact()).id, ...more });
    const payment = (invoice: number, more: Partial<InvoicePaymentFields> = {}): InvoicePaymentFields => ({
      invoice_id: String(invoice),
      amount: '120.00',
      payment_date: `${today()}T15:00:00.000Z`,
      ...more,
    });
    const stateOf = async (invoice: number) => {
      const row = await peer.readInvoice(invoice, ['state', 'amount_to_pay', 'payment_lines']);
      const due = Number((row.amount_to_pay as { decimal: string }).decimal);
      return { state: row.state, due, payments: (row.payment_lines as number[]).length };
    };

    test('in full settles the invoice, and reads back what was written without the marker', async () => {
      const contact = await peer.createContact();
      const invoice = await invoiceOf({ contact: contact.id });
      const marker = newMarker();
      const fields = payment(invoice, {
        contact_id: String(contact.id),
        account_id: String(peer.books.cash),
        currency_id: String(peer.books.currency),
        document_number: 'RE 7/2026',
        memo: 'Rent of May [final] ✓',
      });
      const { platformId, related } = await writes.pay(fields, marker);
      expect(related).toEqual([{ model: 'INVOICE', platformId: String(invoice) }]);
      expect(await stateOf(invoice)).toEqual({ state: 'paid', due: 0, payments: 1 });
      const record = await writes.read('INVOICE_PAYMENT', platformId);
      expect(record.fields).toMatchObject({
        ...fields,
        amount: '120',
        payment_date: `${today()}T00:00:00.000Z`,
      });
      expect(JSON.stringify(record)).not.toContain(marker);
      expect((await writes.read('INVOICE', String(invoice))).fields).toMatchObject({ status: 'paid', amount_due: '0' });
    });

    test('in part leaves the rest, which can be paid later', async () => {
      const invoice = await invoiceOf();
      await writes.pay(payment(invoice, { amount: '50.01' }));
      expect(await stateOf(invoice)).toEqual({ state: 'posted', due: 69.99, payments: 1 });
      await writes.pay(payment(invoice, { amount: '69.99' }));
      expect(await stateOf(invoice)).toEqual({ state: 'paid', due: 0, payments: 2 });
    });

    test('of a foreign invoice books its currency', async () => {
      const invoice = await invoiceOf({ currency: peer.books.foreignCurrency });
      const { platformId } = await writes.pay(payment(invoice, { amount: '30.00', currency_id: 'usd' }));
      expect((await stateOf(invoice)).due).toBe(90);
      expect((await writes.read('INVOICE_PAYMENT', platformId)).fields).toMatchObject({
        amount: '30',
        currency_id: String(peer.books.foreignCurrency),
      });
    });

    test('refunds a credit note, in part and in full', async () => {
      const contact = (await peer.createContact()).id;
      const note = await peer.createInvoice({ contact, lines: [{ quantity: -1, price: '120.00' }] });
      const refund = (amount: string) =>
        writes.pay({ ...payment(note, { amount }), invoice_id: undefined, credit_note_id: String(note) });
      expect(await failureOf(writes.pay(payment(note)))).toMatchObject({ field: 'invoice_id', mayBeDone: false });
      expect(await failureOf(refund('120.01'))).toMatchObject({ field: 'amount', mayBeDone: false });
      const { platformId, related } = await refund('50.00');
      expect(related).toEqual([{ model: 'INVOICE_CREDIT_NOTE', platformId: String(note) }]);
      expect((await writes.read('INVOICE_PAYMENT', platformId)).fields).toMatchObject({
        ...{ credit_note_id: String(note), invoice_id: null, amount: '50', account_id: String(peer.books.cash) },
      });
      expect(await stateOf(note)).toEqual({ state: 'posted', due: -70, payments: 1 });
      await refund('70.00');
      expect(await stateOf(note)).toEqual({ state: 'paid', due: 0, payments: 2 });
    });

    test('without words shows the number that Tryton gave', async () => {
      const { platformId } = await writes.pay(payment(await invoiceOf()));
      expect((await writes.read('INVOICE_PAYMENT', platformId)).fields).toMatchObject({
        memo: null,
        document_number: expect.stringMatching(/^\d+$/),
      });
    });

    describe('refuses, and books nothing,', () => {
      const refusals: [string, string, (invoice: number) => Partial<InvoicePaymentFields>, RegExp][] = [
        ['more than is left to pay', 'amount', () => ({ amount: '120.01' }), /Only 120 EUR/],
        ['a fraction of a cent', 'amount', () => ({ amount: '10.005' }), /2 decimals/],
        ['an unknown invoice', 'invoice_id', () => ({ invoice_id: '999999' }), /no customer invoice/],
        ['an id that is none', 'invoice_id', () => ({ invoice_id: 'INV-1' }), /no customer invoice/],
        ['another contact', 'contact_id', () => ({ contact_id: '1' }), /contact/],
        ['one document by another', 'credit_note_id', () => ({ credit_note_id: '1' }), /not one by the other/],
        ['another currency', 'currency_id', () => ({ currency_id: 'USD' }), /is in EUR/],
        ['an account that no method books on', 'account_id', () => ({ account_id: '999' }), /account 999/],
        ['a journal that no method has', 'payment_mode', () => ({ payment_mode: 'Pigeon' }), /Pigeon/],
        ['a day without a period', 'payment_date', () => ({ payment_date: '2031-01-01T00:00:00.000Z' }), /2031-01-01/],
      ];
      test.each(refusals)('%s, naming %s', async (_name, field, more, message) => {
        const invoice = await invoiceOf();
        const failure = await failureOf(writes.pay(payment(invoice, more(invoice))));
        expect(failure).toMatchObject({ failureClass: 'record-refused', field, mayBeDone: false });
        expect(failure.message).toMatch(message);
        expect(await stateOf(invoice)).toEqual({ state: 'posted', due: 120, payments: 0 });
      });

      test('a draft, a paid invoice, a supplier’s one and a credit note', async () => {
        const contact = (await peer.createContact()).id;
        const draft = await invoiceOf({ post: false });
        const paid = await invoiceOf();
        await writes.pay(payment(paid));
        const bill = await peer.createBill({ contact });
        const credited = await invoiceOf();
        const note = await peer.creditInvoice(credited);
        for (const invoice of [draft, paid, bill, credited, note]) {
          const failure = await failureOf(writes.pay(payment(invoice, { amount: '1.00' })));
          expect(failure).toMatchObject({ failureClass: 'record-refused', field: 'invoice_id', mayBeDone: false });
        }
        expect((await stateOf(paid)).payments).toBe(1);
      });

      test('a day of a closed period', async () => {
        // Not the one that others are booking in.
        const [year, month] = today().split('-');
        const day = `${year}-${month === '02' ? '03' : '02'}-10`;
        const [period] = await peer.rpc.read('account.period', [['start_date', '=', `${day.slice(0, 8)}01`]], []);
        await peer.rpc.call('model.account.period.close', [period?.id]);
        try {
          const invoice = await invoiceOf();
          const failure = await failureOf(writes.pay(payment(invoice, { payment_date: `${day}T00:00:00.000Z` })));
          expect(failure).toMatchObject({ field: 'payment_date', message: expect.stringContaining('closed') });
        } finally {
          await peer.rpc.call('model.account.period.reopen', [period?.id]);
        }
      });

      test('what the payment method can’t be told for, until the account is named', async () => {
        const [other] = await peer.rpc.read('account.account', [['type.expense', '=', true]], []);
        const [cash] = await peer.rpc.read('account.journal', [['type', '=', 'cash']], []);
        const [method = 0] = await peer.rpc.create('account.invoice.payment.method', {
          name: `Till ${peer.run}`,
          company: peer.books.company,
          journal: cash?.id,
          credit_account: other?.id,
          debit_account: other?.id,
        });
        try {
          const invoice = await invoiceOf();
          const failure = await failureOf(writes.pay(payment(invoice)));
          expect(failure).toMatchObject({ field: 'account_id', message: expect.stringContaining(`${other?.id} (`) });
          const { platformId } = await writes.pay(payment(invoice, { account_id: String(other?.id) }));
          expect((await writes.read('INVOICE_PAYMENT', platformId)).fields.account_id).toBe(String(other?.id));
        } finally {
          await peer.rpc.write('account.invoice.payment.method', [method], { active: false });
        }
      });
    });

    describe('four at once on one invoice', () => {
      const atOnce = (all: readonly Promise<unknown>[]) => Promise.allSettled(all);
      const four = [1, 2, 3, 4] as const;
      const refusedOf = (results: readonly PromiseSettledResult<unknown>[]) =>
        results.flatMap((one) => (one.status === 'rejected' ? [one.reason as ConnectorError] : []));

      test('in full: one is booked, the others are refused', async () => {
        const invoice = await invoiceOf();
        const results = await atOnce(four.map(() => writes.pay(payment(invoice))));
        const refused = refusedOf(results);
        expect(refused).toHaveLength(3);
        for (const failure of refused) {
          expect(failure).toMatchObject({ failureClass: 'record-refused', field: 'invoice_id', mayBeDone: false });
        }
        expect(await stateOf(invoice)).toEqual({ state: 'paid', due: 0, payments: 1 });
      });

      test('in part: as many as there is money due for, each whole', async () => {
        const invoice = await invoiceOf();
        const results = await atOnce(four.map(() => writes.pay(payment(invoice, { amount: '50.00' }))));
        const refused = refusedOf(results);
        expect(refused).toHaveLength(2);
        for (const failure of refused) expect(failure).toMatchObject({ field: 'amount', mayBeDone: false });
        expect(await stateOf(invoice)).toEqual({ state: 'posted', due: 20, payments: 2 });
      });

      test('that all have room are all booked', async () => {
        const invoice = await invoiceOf();
        const results = await atOnce(four.map(() => writes.pay(payment(invoice, { amount: '30.00' }))));
        expect(refusedOf(results)).toEqual([]);
        expect(await stateOf(invoice)).toEqual({ state: 'paid', due: 0, payments: 4 });
      });

      test('with one marker are one payment', async () => {
        const invoice = await invoiceOf();
        const marker = newMarker();
        const results = await Promise.all(four.map(() => writes.pay(payment(invoice, { amount: '30.00' }), marker)));
        expect(new Set(results.map(({ platformId }) => platformId)).size).toBe(1);
        expect(await stateOf(invoice)).toEqual({ state: 'posted', due: 90, payments: 1 });
      });
    });

    describe('over a line that fails', () => {
      let proxy: TamperingProxy;
      let tampered: PlatformSession;
      beforeAll(async () => {
        proxy = await startTamperingProxy(peer.settings.url);
        tampered = await trytonConnector.open({ ...peer.credentials, address: proxy.url }, { entityId: null });
      });
      afterAll(async () => {
        await tampered.close();
        await proxy.stop();
      });
      const execute = 'wizard.account.invoice.pay.execute';

      test('after the booking may be done, is found, and is not made again', async () => {
        const invoice = await invoiceOf();
        const request = paymentRequest(payment(invoice, { memo: 'Cut off' }));
        proxy.cutAnswer(execute);
        const failure = await failureOf(writesOf(tampered).pay(request.fields, request.marker));
        expect(failure).toMatchObject({ failureClass: 'platform-down', mayBeDone: true });
        const found = await writes.find(request);
        expect(found).toMatchObject({ state: 'confirmed', result: { related: [{ platformId: String(invoice) }] } });
        const again = await writes.pay(request.fields, request.marker);
        expect(found).toMatchObject({ result: { platformId: again.platformId } });
        expect((await stateOf(invoice)).payments).toBe(1);
      });

      test('before the booking is absent, and a call that comes late all the same books nothing', async () => {
        const invoice = await invoiceOf();
        const request = paymentRequest(payment(invoice));
        const held = proxy.holdBack(execute);
        expect(await failureOf(writesOf(tampered).pay(request.fields, request.marker))).toMatchObject({
          mayBeDone: true,
        });
        expect(await writes.find(request)).toMatchObject({ state: 'absent' });
        expect(await held.deliver()).toMatchObject({ error: expect.anything() });
        expect(await stateOf(invoice)).toEqual({ state: 'posted', due: 120, payments: 0 });
        await writes.pay(request.fields, request.marker);
        expect((await stateOf(invoice)).payments).toBe(1);
      });

      test('before the wizard is open is not done', async () => {
        const invoice = await invoiceOf();
        proxy.holdBack('wizard.account.invoice.pay.create');
        expect(await failureOf(writesOf(tampered).pay(payment(invoice)))).toMatchObject({ mayBeDone: false });
      });
    });

    test('that somebody took off the invoice is unclear, and is not made again', async () => {
      const invoice = await invoiceOf();
      const request = paymentRequest(payment(invoice, { amount: '50.00' }));
      const { platformId } = await writes.pay(request.fields, request.marker);
      await peer.rpc.write('account.invoice', [invoice], { payment_lines: [['remove', [Number(platformId)]]] });
      expect(await writes.find(request)).toMatchObject({ state: 'unclear' });
      expect(await failureOf(writes.pay(request.fields, request.marker))).toMatchObject({ failureClass: 'unknown' });
      expect((await stateOf(invoice)).payments).toBe(0);
    });

    test('are planned without a change, call by call', async () => {
      const invoice = await invoiceOf();
      const request = paymentRequest(payment(invoice, { amount: '50.00' }));
      const calls = await writes.plan(request);
      expect(calls.map(({ path }) => path.split(' ')[1])).toEqual(
        ['create', 'execute', 'execute', 'delete'].map((step) => `wizard.account.invoice.pay.${step}`),
      );
      expect(JSON.stringify(calls)).toContain(request.marker);
      expect(JSON.stringify(calls)).not.toContain(peer.settings.password);
      expect(await stateOf(invoice)).toEqual({ state: 'posted', due: 120, payments: 0 });
    });
  });
}
