import { describe, expect, test } from 'vitest';
import { today } from './bookkeeping.ts';
import { mapped, type Passes } from './passes.ts';
import type { Peer } from './peer.ts';
import { decimal } from './rpc.ts';

/** Tests that write into the peer; others may do so meanwhile, and they speak of their own records alone. */
export function ledgerSuite(peer: Peer, passes: Passes): void {
  test('the company tells its name, currency, fiscal year, and the addresses of its party', async () => {
    const party = await peer.companyParty();
    await peer.rpc.create('party.address', { party, street: `Quay ${peer.run}`, city: 'Ostend' });
    const company = mapped('COMPANY_INFO', await passes.pull('COMPANY_INFO'), peer.books.company);
    const [row] = await peer.rpc.read('party.party', [['id', '=', party]], ['name']);
    expect(company.fields).toMatchObject({
      name: row?.name,
      base_currency: 'EUR',
      fiscal_start_at: `${today().slice(0, 4)}-01-01T00:00:00.000Z`,
      org_created_at: expect.stringMatching(/Z$/),
    });
    expect(company.children.addresses).toContainEqual(
      expect.objectContaining({ street: `Quay ${peer.run}`, city: 'Ostend' }),
    );
  });

  describe('tax rates', () => {
    test('are percentages; one that is the sum of others brings them', async () => {
      const parts = [
        { name: 'State', rate: '0.0625' },
        { name: 'Town', rate: '0.02' },
      ];
      const id = await peer.createTax({ name: `Sales ${peer.run}`, rate: null, parts });
      const { rows, checkpoint } = await passes.catchUp('TAX_RATE');
      expect(mapped('TAX_RATE', { rows }, peer.books.tax).fields).toMatchObject({ total_tax_rate: '20' });
      expect(mapped('TAX_RATE', { rows }, id).fields).toMatchObject({
        name: `Sales ${peer.run}`,
        total_tax_rate: '8.25',
        effective_tax_rate: '8.25',
        components: [
          { name: 'State', rate: '6.25', is_compound: false },
          { name: 'Town', rate: '2', is_compound: false },
        ],
      });
      const [row] = await peer.rpc.read('account.tax', [['id', '=', id]], ['childs']);
      const [, town = 0] = (row?.childs ?? []) as number[];
      expect(rows.has(String(town))).toBe(false);
      await peer.rpc.write('account.tax', [town], { rate: decimal('0.03') });
      const after = await passes.pullChanges('TAX_RATE', checkpoint);
      expect(mapped('TAX_RATE', after, id).fields.total_tax_rate).toBe('9.25');
    });
  });

  describe('items', () => {
    test('are products on the terms of their category, and a new price arrives with the next pass', async () => {
      const [id, template] = await peer.createProduct({
        name: `Oar ${peer.run}`,
        code: `OAR-${peer.run}`,
        price: '12.50',
        cost: '7.25',
      });
      const before = await passes.catchUp('ITEM');
      const tax_id = String(peer.books.tax);
      const description = `Oar ${peer.run} for sale`;
      expect(mapped('ITEM', before, id)).toMatchObject({
        platformUniqueId: `OAR-${peer.run}`,
        fields: {
          name: `Oar ${peer.run}`,
          description,
          status: 'active',
          type: 'inventory',
          code: `OAR-${peer.run}`,
          is_bill_item: true,
          is_invoice_item: true,
          bill_item: { description, unit_price: '7.25', account_id: String(peer.books.expense), tax_id: null },
          invoice_item: { description, unit_price: '12.5', account_id: String(peer.books.revenue), tax_id },
        },
      });
      await peer.rpc.write('product.template', [template], { list_price: decimal('13.00') });
      const dearer = await passes.pullChanges('ITEM', before.checkpoint);
      expect(mapped('ITEM', dearer, id).fields.invoice_item?.unit_price).toBe('13');
      await peer.rpc.write('product.product', [id], { cost_price: decimal('8.00'), active: false });
      const gone = await passes.pullChanges('ITEM', dearer.checkpoint);
      expect(mapped('ITEM', gone, id).fields).toMatchObject({
        status: 'inactive',
        bill_item: { unit_price: '8' },
      });
    });
  });

  describe('banks', () => {
    test('show the company’s own accounts with what the books say is on them', async () => {
      const account = await peer.createBankAccount();
      const statement = await peer.createStatement(account.journal, { lines: [{ amount: '70.00' }] });
      await peer.postStatement(statement.id);
      const stranger = await peer.createContact();
      const [bank] = await peer.rpc.read('bank.account', [['id', '=', account.id]], ['bank', 'currency']);
      const [foreign = 0] = await peer.rpc.create('bank.account', {
        bank: bank?.bank,
        owners: [['add', [stranger.id]]],
        numbers: [['create', [{ type: 'other', number: '1' }]]],
      });
      const { rows } = await passes.pull('BANK_ACCOUNT');
      expect(rows.has(String(foreign))).toBe(false);
      expect(mapped('BANK_ACCOUNT', { rows }, account.id).fields).toMatchObject({
        institution_name: expect.stringContaining(peer.run),
        account_name: expect.stringContaining('Current account'),
        account_number: account.number,
        balance: '70',
        currency_id: String(peer.books.currency),
      });
      await peer.rpc.write('bank.account', [account.id], { active: false });
      expect((await passes.pull('BANK_ACCOUNT')).rows.has(String(account.id))).toBe(false);
    });

    test('bring the lines of statements, drafts at first, and tell when they are posted', async () => {
      const { journal, account } = await peer.createBankAccount();
      const contact = (await peer.createContact()).id;
      const lines = [{ amount: '100.00', contact }, { amount: '-30.00' }];
      const statement = await peer.createStatement(journal, { lines });
      const before = await passes.catchUp('BANK_TRANSACTION');
      const [into = 0, out = 0] = statement.lines;
      const own = String(account);
      const { revenue, expense, currency } = peer.books;
      expect(mapped('BANK_TRANSACTION', before, into).fields).toMatchObject({
        contact_id: String(contact),
        account_id: own,
        from_account_id: String(revenue),
        to_account_id: own,
        currency_id: String(currency),
        currency_rate: '1',
        amount: '100',
        type: 'deposit',
        debit_or_credit: 'credit',
        status: 'pending',
        transaction_date: `${today()}T00:00:00.000Z`,
      });
      expect(mapped('BANK_TRANSACTION', before, out).fields).toMatchObject({
        from_account_id: own,
        to_account_id: String(expense),
        amount: '30',
        type: 'withdrawal',
        debit_or_credit: 'debit',
      });
      await peer.postStatement(statement.id);
      const after = await passes.pullChanges('BANK_TRANSACTION', before.checkpoint);
      for (const line of [into, out]) expect(mapped('BANK_TRANSACTION', after, line).fields.status).toBe('posted');
      expect((await passes.pullChanges('BANK_TRANSACTION', after.checkpoint)).rows.has(String(into))).toBe(false);
    });
  });

  describe('journal entries', () => {
    test('are posted moves with both sides; a draft is none until it is posted', async () => {
      const { cash, revenue } = peer.books;
      const id = await peer.createMove({ debit: cash, credit: revenue, amount: '5.50', description: `By ${peer.run}` });
      const before = await passes.catchUp('JOURNAL_ENTRY');
      expect(before.rows.has(String(id))).toBe(false);
      await peer.postMove(id);
      const after = await passes.pullChanges('JOURNAL_ENTRY', before.checkpoint);
      const [move] = await peer.rpc.read('account.move', [['id', '=', id]], ['post_number']);
      expect(mapped('JOURNAL_ENTRY', after, id)).toMatchObject({
        fields: {
          document_number: move?.post_number,
          posted_date: `${today()}T00:00:00.000Z`,
          currency_id: String(peer.books.currency),
          description: `By ${peer.run}`,
          amount: '5.5',
        },
        children: {
          journal_lines: [
            { account_id: String(cash), type: 'debit', net_amount: '5.5' },
            { account_id: String(revenue), type: 'credit', net_amount: '5.5' },
          ],
        },
      });
    });

    test('of an invoice balance, contact included', async () => {
      const contact = (await peer.createContact()).id;
      const id = await peer.createInvoice({ contact });
      const { move } = await peer.readInvoice(id, ['move']);
      const entry = mapped('JOURNAL_ENTRY', await passes.catchUp('JOURNAL_ENTRY'), move as number);
      expect(entry.fields.amount).toBe('120');
      const sides = (type: string) =>
        entry.children.journal_lines
          .filter((line) => line.type === type)
          .reduce((sum, line) => sum + Number(line.net_amount), 0);
      expect([sides('debit'), sides('credit')]).toEqual([120, 120]);
      expect(entry.children.journal_lines.find((line) => line.type === 'debit')).toMatchObject({
        contact_id: String(contact),
        account_id: String(peer.books.receivable),
      });
    });
  });
}
