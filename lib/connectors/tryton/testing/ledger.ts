import { type BooksIds, today } from './bookkeeping.ts';
import { date, decimal, type Rpc, repeatOnClash } from './rpc.ts';

export interface NewTax {
  name: string;
  /** A share of the price: `0.2`. Null for one that is but the sum of its parts. */
  rate: string | null;
  parts?: readonly NewTax[];
}

export interface NewStatement {
  lines: readonly { amount: string; contact?: number; description?: string }[];
}

export interface NewMove {
  debit: number;
  credit: number;
  amount: string;
  description?: string;
}

/** Writes what is not an invoice: taxes, products, bank statements and entries by hand. Amounts are decimal text. */
export interface Ledger {
  createTax(tax: NewTax): Promise<number>;
  /** One that is sold and bought on the accounts of a category of its own; the variant and its template. */
  createProduct(product: { name: string; code: string; price: string; cost: string }): Promise<[number, number]>;
  /** The company's own, with a bank and a statement journal on an account of its own. */
  createBankAccount(): Promise<{ id: number; journal: number; account: number; number: string }>;
  /** A statement as a draft, and its lines. */
  createStatement(journal: number, statement: NewStatement): Promise<{ id: number; lines: number[] }>;
  postStatement(id: number): Promise<void>;
  /** Debit and credit the same; left as a draft. */
  createMove(move: NewMove): Promise<number>;
  postMove(id: number): Promise<void>;
  /** The company's party. */
  companyParty(): Promise<number>;
}

export function ledger(rpc: Rpc, books: BooksIds, run: string): Ledger {
  let made = 0;
  const name = (what: string) => `${what} ${++made} ${run}`;
  const companyParty = async () => {
    const [row] = await rpc.read('company.company', [['id', '=', books.company]], ['party']);
    return row?.party as number;
  };
  return {
    companyParty,
    createTax: async (tax) => {
      const [id = 0] = await rpc.create('account.tax', await taxValues(rpc, books, tax));
      return id;
    },
    createProduct: (product) => createProduct(rpc, books, { ...product, category: name('Category') }),
    createBankAccount: async () => createBankAccount(rpc, books, { party: await companyParty(), name }),
    createStatement: async (journal, { lines }) => {
      const [id = 0] = await rpc.create(
        'account.statement',
        statementValues(books, { journal, name: name('S'), lines }),
      );
      const [row] = await rpc.read('account.statement', [['id', '=', id]], ['lines']);
      return { id, lines: (row?.lines ?? []) as number[] };
    },
    postStatement: (id) =>
      repeatOnClash(async () => {
        await rpc.call('model.account.statement.validate_statement', [id]);
        await rpc.call('model.account.statement.post', [id]);
      }),
    createMove: async (move) => {
      const [id = 0] = await rpc.create('account.move', await moveValues(rpc, books, move));
      return id;
    },
    postMove: async (id) => {
      await repeatOnClash(() => rpc.call('model.account.move.post', [id]));
    },
  };
}

async function taxValues(rpc: Rpc, books: BooksIds, { name, rate, parts = [] }: NewTax): Promise<object> {
  const [usual] = await rpc.read('account.tax', [['id', '=', books.tax]], ['invoice_account', 'credit_note_account']);
  const accounts = { invoice_account: usual?.invoice_account, credit_note_account: usual?.credit_note_account };
  const values = (one: NewTax, own: object) => ({
    name: one.name,
    description: one.name,
    company: books.company,
    ...(one.rate === null ? { type: 'none' } : { type: 'percentage', rate: decimal(one.rate), ...accounts }),
    ...own,
  });
  return values({ name, rate }, { childs: [['create', parts.map((part) => values(part, {}))]] });
}

async function createProduct(
  rpc: Rpc,
  books: BooksIds,
  product: { name: string; code: string; price: string; cost: string; category: string },
): Promise<[number, number]> {
  const [category] = await rpc.create('product.category', {
    name: product.category,
    accounting: true,
    account_expense: books.expense,
    account_revenue: books.revenue,
    customer_taxes: [['add', [books.tax]]],
  });
  const [unit] = await rpc.read('product.uom', [], ['id']);
  const [template = 0] = await rpc.create('product.template', {
    name: product.name,
    code: product.code,
    type: 'goods',
    default_uom: unit?.id,
    list_price: decimal(product.price),
    account_category: category,
    products: [['create', [{ cost_price: decimal(product.cost), description: `${product.name} for sale` }]]],
  });
  const [row] = await rpc.read('product.product', [['template', '=', template]], ['id']);
  return [row?.id ?? 0, template];
}

async function createBankAccount(
  rpc: Rpc,
  books: BooksIds,
  { party, name }: { party: number; name: (what: string) => string },
) {
  const account = await copyOf(rpc, 'account.account', books.cash, { name: name('Bank account') });
  const [bankParty] = await rpc.create('party.party', { name: name('Bank') });
  const [bank] = await rpc.create('bank', { party: bankParty });
  const number = 'DE89 3704 0044 0532 0130 00';
  const [id = 0] = await rpc.create('bank.account', {
    bank,
    currency: books.currency,
    owners: [['add', [party]]],
    numbers: [['create', [{ type: 'iban', number }]]],
  });
  // A journal needs a sequence for its moves: the one of those that are there.
  const [general] = await rpc.read('account.journal', [['type', '=', 'cash']], ['sequence']);
  const [moves] = await rpc.create('account.journal', {
    name: name('Bank journal'),
    type: 'statement',
    sequence: general?.sequence,
  });
  const [journal = 0] = await rpc.create('account.statement.journal', {
    name: name('Current account'),
    journal: moves,
    company: books.company,
    currency: books.currency,
    validation: 'amount',
    account,
    bank_account: id,
  });
  return { id, journal, account, number };
}

async function copyOf(rpc: Rpc, model: string, id: number, values: object): Promise<number> {
  const [copy = 0] = (await rpc.call(`model.${model}.copy`, [id], values)) as number[];
  return copy;
}

function statementValues(books: BooksIds, { journal, name, lines }: NewStatement & { journal: number; name: string }) {
  const day = date(today());
  const total = lines.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0) / 100;
  return {
    name,
    company: books.company,
    journal,
    date: day,
    total_amount: decimal(total.toFixed(2)),
    lines: [
      [
        'create',
        lines.map(({ amount, contact, description }, place) => ({
          date: day,
          amount: decimal(amount),
          number: String(place + 1),
          party: contact ?? null,
          description: description ?? null,
          account: amount.startsWith('-') ? books.expense : books.revenue,
        })),
      ],
    ],
  };
}

async function moveValues(rpc: Rpc, books: BooksIds, { debit, credit, amount, description }: NewMove): Promise<object> {
  const [period] = await rpc.read(
    'account.period',
    [
      ['company', '=', books.company],
      ['start_date', '<=', date(today())],
      ['end_date', '>=', date(today())],
    ],
    ['id'],
  );
  const nothing = decimal('0');
  return {
    company: books.company,
    journal: books.salesJournal,
    period: period?.id,
    date: date(today()),
    description: description ?? null,
    lines: [
      [
        'create',
        [
          { account: debit, debit: decimal(amount), credit: nothing },
          { account: credit, debit: nothing, credit: decimal(amount) },
        ],
      ],
    ],
  };
}
