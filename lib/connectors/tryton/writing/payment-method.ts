import type { WriteRequest } from '../../types.ts';
import { methodsAnswer, type Payable, type PaymentMethod } from './answers.ts';
import { refused } from './refusal.ts';
import type { WriteCalls } from './write-calls.ts';

/**
 * How the money came in: the payment method whose id the raw data gives, which books on the account named, in the
 * journal named, or the only one there is. Throws record-refused naming what does not fit, or account_id when it can't be
 * told which.
 */
export async function choosePaymentMethod(
  { ask, books }: WriteCalls,
  invoice: Payable,
  { fields: { account_id: account, payment_mode: mode }, rawData: { payment_method } }: WriteRequest<'INVOICE_PAYMENT'>,
): Promise<PaymentMethod> {
  const all = await ask({
    method: 'account.invoice.payment.method.search_read',
    args: [
      // Tryton's own form offers no others.
      [
        ['company', '=', books.company.id],
        ['debit_account', '!=', invoice.account],
        ['credit_account', '!=', invoice.account],
      ],
      0,
      null,
      [['id', 'ASC']],
      ['name', 'debit_account', 'debit_account.rec_name', 'credit_account', 'journal.name'],
    ],
    answer: methodsAnswer,
  });
  const methods = payment_method === undefined ? all : all.filter(({ id }) => String(id) === String(payment_method));
  if (methods.length === 0 && all.length > 0) {
    throw refused('raw_data.payment_method', `Tryton has no payment method ${payment_method} for this invoice.`);
  }
  const inJournal = methods.filter((method) => !mode || method['journal.'].name === mode);
  if (mode && inJournal.length === 0) {
    const journals = listed(methods.map((method) => method['journal.'].name));
    throw refused('payment_mode', `Tryton has no payment method with the journal ${mode}. It has: ${journals}.`);
  }
  const fitting = inJournal.filter((method) => !account || String(method.debit_account) === account);
  const [first] = fitting;
  if (!first) throw refused('account_id', `${noneFits(account)} ${offered(methods)}`);
  if (fitting.some((method) => !booksAlike(method, first))) {
    throw refused(
      'account_id',
      `Tryton has several payment methods: say which account it came into. ${offered(methods)}`,
    );
  }
  return first;
}

const noneFits = (account: string | undefined) =>
  account ? `No payment method in Tryton books on the account ${account}.` : 'Tryton has no payment method.';

/** Two methods with one journal and one account make the same booking. */
const booksAlike = (a: PaymentMethod, b: PaymentMethod) =>
  a.debit_account === b.debit_account && a['journal.'].id === b['journal.'].id;

const offered = (methods: readonly PaymentMethod[]) =>
  methods.length > 0
    ? `Accounts: ${listed(methods.map((method) => `${method.debit_account} (${method['debit_account.'].rec_name})`))}.`
    : 'It has to be set up there first.';

const listed = (names: readonly (string | null)[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format([...new Set(names.filter((name) => name !== null))]);
