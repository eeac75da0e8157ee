import { date, decimal, type Fields, type Rpc, repeatOnClash } from './rpc.ts';

/** Ids of what the peer's company keeps its books with. */
export interface BooksIds {
  company: number;
  currency: number;
  /** Another one that has a rate. */
  foreignCurrency: number;
  receivable: number;
  payable: number;
  revenue: number;
  expense: number;
  salesJournal: number;
  purchaseJournal: number;
  tax: number;
  term: number;
  paymentMethod: number;
  /** The account that the payment method books on. */
  cash: number;
}

export interface NewInvoice {
  contact: number;
  /** The company's own unless told. */
  currency?: number;
  date?: string;
  description?: string;
  reference?: string;
  lines?: readonly { description?: string; quantity: number; price: string; taxed?: boolean }[];
  /** Left as a draft when false. */
  post?: boolean;
}

export interface NewPayment {
  amount: string;
  on?: string;
  reference?: string;
  /** The invoice's own unless told. */
  currency?: number;
}

/** Writes invoices and payments the way a person does. Amounts are decimal text. */
export interface Bookkeeping {
  books: BooksIds;
  /** One taxed line of 2 × 50 unless told otherwise; posted. */
  createInvoice(invoice: NewInvoice): Promise<number>;
  /** A supplier's invoice: one taxed line of 2 × 50 unless told otherwise; posted. */
  createBill(bill: NewInvoice): Promise<number>;
  postInvoice(id: number): Promise<void>;
  /** Deletes an invoice that was never numbered. */
  deleteInvoice(id: number): Promise<void>;
  /** Through the wizard; less than what is due is booked as a part payment. */
  payInvoice(id: number, payment: NewPayment): Promise<void>;
  /**
   * Credits a posted invoice in full. It becomes cancelled, and the credit note paid, unless that is left open. Returns
   * the credit note.
   */
  creditInvoice(id: number, options?: { leaveOpen?: boolean }): Promise<number>;
  /** Asks the bank for money: moves what is to pay, books nothing, stamps nothing of the invoice. */
  instructPayment(invoice: number, amount: string): Promise<number>;
  deleteInstruction(id: number): Promise<void>;
  readInvoice(id: number, fields: readonly string[]): Promise<Fields>;
}

export async function bookkeeping(rpc: Rpc, run: string): Promise<Bookkeeping> {
  const books = await findBooks(rpc);
  const readInvoice = async (id: number, fields: readonly string[]) => {
    const [row] = await rpc.read('account.invoice', [['id', '=', id]], fields);
    if (!row) throw new Error(`no invoice ${id}`);
    return row;
  };
  const postInvoice = async (id: number) => {
    await repeatOnClash(() => rpc.call('model.account.invoice.post', [id]));
  };
  return {
    books,
    readInvoice,
    postInvoice,
    createInvoice: async (invoice) => {
      const [id = 0] = await rpc.create('account.invoice', await invoiceValues(rpc, books, invoice));
      if (invoice.post ?? true) await postInvoice(id);
      return id;
    },
    createBill: async (bill) => {
      const { expense, payable, purchaseJournal } = books;
      const values = await invoiceValues(rpc, { ...books, revenue: expense }, bill);
      const ours = { type: 'in', account: payable, journal: purchaseJournal };
      const [id = 0] = await rpc.create('account.invoice', { ...values, ...ours });
      if (bill.post ?? true) await postInvoice(id);
      return id;
    },
    deleteInvoice: (id) => rpc.remove('account.invoice', [id]),
    payInvoice: (id, payment) =>
      repeatOnClash(() => payByWizard(rpc, books, id, { reference: `Payment ${run}`, ...payment })),
    creditInvoice: async (id, { leaveOpen = false } = {}) => {
      const context = { active_model: 'account.invoice', active_id: id, active_ids: [id] };
      const [session] = (await rpc.callWith(context, 'wizard.account.invoice.credit.create')) as [number];
      // Its own day is what a supplier writes on it.
      const start = { with_refund: !leaveOpen, with_refund_allowed: true, invoice_date: date(today()) };
      await rpc.callWith(context, 'wizard.account.invoice.credit.execute', session, { start }, 'credit');
      await rpc.call('wizard.account.invoice.credit.delete', session);
      const made = await rpc.read('account.invoice', [['id', '>', id]], ['id']);
      const note = made.at(-1)?.id ?? 0;
      if (leaveOpen) await postInvoice(note);
      return note;
    },
    instructPayment: async (invoice, amount) => {
      const row = await readInvoice(invoice, ['lines_to_pay', 'party', 'currency']);
      const [line] = row.lines_to_pay as number[];
      const [id = 0] = await rpc.create('account.payment', {
        company: books.company,
        journal: await paymentJournal(rpc, books, row.currency as number),
        kind: 'receivable',
        party: row.party,
        amount: decimal(amount),
        date: date(today()),
        line,
      });
      return id;
    },
    deleteInstruction: (id) => rpc.remove('account.payment', [id]),
  };
}

/** Tryton's own day. */
export const today = () => new Date().toISOString().slice(0, 10);

async function findBooks(rpc: Rpc): Promise<BooksIds> {
  const { company } = (await rpc.call('model.res.user.get_preferences', true)) as { company: number };
  const first = async (model: string, domain: readonly unknown[], field = 'id') => {
    const [row] = await rpc.read(model, domain, [field]);
    if (typeof row?.[field] !== 'number') throw new Error(`The peer has no ${model} for ${JSON.stringify(domain)}`);
    return row[field];
  };
  const ours = ['company', '=', company];
  const currency = await first('company.company', [['id', '=', company]], 'currency');
  const paymentMethod = await first('account.invoice.payment.method', [ours]);
  return {
    company,
    currency,
    foreignCurrency: await first('currency.currency', [
      ['id', '!=', currency],
      ['rates.rate', '>', decimal('0')],
    ]),
    receivable: await first('account.account', [ours, ['type.receivable', '=', true]]),
    payable: await first('account.account', [ours, ['type.payable', '=', true]]),
    revenue: await first('account.account', [ours, ['type.revenue', '=', true]]),
    expense: await first('account.account', [ours, ['type.expense', '=', true]]),
    salesJournal: await first('account.journal', [['type', '=', 'revenue']]),
    purchaseJournal: await first('account.journal', [['type', '=', 'expense']]),
    tax: await first('account.tax', [ours, ['type', '=', 'percentage']]),
    term: await first('account.invoice.payment_term', []),
    paymentMethod,
    cash: await first('account.invoice.payment.method', [['id', '=', paymentMethod]], 'debit_account'),
  };
}

async function invoiceValues(rpc: Rpc, books: BooksIds, invoice: NewInvoice): Promise<object> {
  const [party] = await rpc.read('party.party', [['id', '=', invoice.contact]], ['addresses']);
  const addresses = (party?.addresses ?? []) as number[];
  const currency = invoice.currency ?? books.currency;
  const lines = invoice.lines ?? [{ description: 'Consulting', quantity: 2, price: '50.00', taxed: true }];
  return {
    type: 'out',
    company: books.company,
    party: invoice.contact,
    invoice_address: addresses[0],
    currency,
    journal: books.salesJournal,
    account: books.receivable,
    payment_term: books.term,
    invoice_date: date(invoice.date ?? today()),
    description: invoice.description ?? null,
    reference: invoice.reference ?? null,
    lines: [
      [
        'create',
        lines.map((line) => ({
          type: 'line',
          // A line of a foreign invoice takes the company's currency unless it says otherwise.
          company: books.company,
          currency,
          description: line.description ?? null,
          quantity: line.quantity,
          unit_price: decimal(line.price),
          account: books.revenue,
          taxes: [['add', line.taxed ? [books.tax] : []]],
        })),
      ],
    ],
  };
}

async function payByWizard(rpc: Rpc, books: BooksIds, invoice: number, payment: NewPayment): Promise<void> {
  const context = { active_model: 'account.invoice', active_id: invoice, active_ids: [invoice] };
  const [session] = (await rpc.callWith(context, 'wizard.account.invoice.pay.create')) as [number];
  const step = async (data: object, state: string) =>
    (await rpc.callWith(context, 'wizard.account.invoice.pay.execute', session, data, state)) as {
      view?: { state?: string; defaults: object };
    };
  const opened = await step({}, 'start');
  const start = {
    ...ownFields(opened.view?.defaults),
    amount: decimal(payment.amount),
    ...(payment.currency ? { currency: payment.currency } : {}),
    date: date(payment.on ?? today()),
    description: payment.reference,
    payment_method: books.paymentMethod,
  };
  const chosen = await step({ start }, 'choice');
  if (chosen.view?.state === 'ask') {
    await step({ start, ask: { ...ownFields(chosen.view.defaults), type: 'partial' } }, 'pay');
  }
  await rpc.call('wizard.account.invoice.pay.delete', session);
}

/** Names that end in a dot hold what is behind a field and are refused when sent back. */
const ownFields = (form: object | undefined) =>
  Object.fromEntries(Object.entries(form ?? {}).filter(([name]) => !name.endsWith('.')));

/** A journal for instructions in a currency; made when there is none. */
async function paymentJournal(rpc: Rpc, books: BooksIds, currency: number): Promise<number> {
  const domain = [
    ['company', '=', books.company],
    ['currency', '=', currency],
    ['process_method', '=', 'manual'],
  ];
  const [found] = await rpc.read('account.payment.journal', domain, ['id']);
  if (found) return found.id;
  const [id = 0] = await rpc.create('account.payment.journal', {
    name: `Instructions ${currency}`,
    company: books.company,
    currency,
    process_method: 'manual',
  });
  return id;
}
