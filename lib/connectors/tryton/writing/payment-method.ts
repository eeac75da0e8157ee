import type { WriteRequest } from '../../types.ts';
import { methodsAnswer, type Payable, type PaymentMethod } from './answers.ts';
import { refused } from './refusal.ts';
import type { WriteCalls } from './write-calls.ts';

/** The account that a method books on: one for money that comes in, one for money that goes out. */
type AccountOf = (method: PaymentMethod) => number;

/**
 * How the money came in: the payment method whose id the raw data gives, which books on the account named, in the
 * journal named, or the only one there is. Throws record-refused naming what does not fit, or account_id when it can't be
 * told which.
 */
export async function choosePaymentMethod(
  { ask, books }: WriteCalls,
  invoice: Payable,
  {
    fields: { account_id: account, payment_mode: mode, credit_note_id },
    rawData: { payment_method },
  }: WriteRequest<'INVOICE_PAYMENT'>,
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
      ['name', 'debit_account', 'debit_account.rec_name', 'credit_account', 'credit_account.rec_name', 'journal.name'],
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
  const accountOf: AccountOf = credit_note_id ? (method) => method.credit_account : (method) => method.debit_account;
  const fitting = inJournal.filter((method) => !account || String(accountOf(method)) === account);
  const [first] = fitting;
  if (!first) throw refused('account_id', `${noneFits(account)} ${offered(methods, accountOf)}`);
  const booksAlike = (method: PaymentMethod) =>
    accountOf(method) === accountOf(first) && method['journal.'].id === first['journal.'].id;
  if (!fitting.every(booksAlike)) {
    throw refused(
      'account_id',
      `Tryton has several payment methods: say which account it came into. ${offered(methods, accountOf)}`,
    );
  }
  return first;
}

const noneFits = (account: string | undefined) =>
  account ? `No payment method in Tryton books on the account ${account}.` : 'Tryton has no payment method.';

const offered = (methods: readonly PaymentMethod[], accountOf: AccountOf) =>
  methods.length > 0
    ? `Accounts: ${listed(methods.map((method) => nameOf(method, accountOf(method))))}.`
    : 'It has to be set up there first.';

const listed = (names: readonly (string | null)[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format([...new Set(names.filter((name) => name !== null))]);

function nameOf(method: PaymentMethod, account: number): string {
  const { rec_name } = account === method.debit_account ? method['debit_account.'] : method['credit_account.'];
  return `${account} (${rec_name})`;
}
