import { type Book, type Model, type Rows, tablesOf } from '../book.ts';
import type { Currency } from '../records/setup.ts';
import { generateAccounts } from './accounts.ts';
import { generateBankTransactions } from './bank-transactions.ts';
import { generateBills } from './bills.ts';
import { generateContacts } from './contacts.ts';
import { generateCreditNotes, generateSupplierCredits } from './credits.ts';
import { currencyFacts } from './currency-table.ts';
import { atHour, dayMs, iso, officeHours } from './dates.ts';
import { generateExpenses } from './expenses.ts';
import { generateInvoices } from './invoices.ts';
import { generateJournals } from './journals.ts';
import { generateOrders } from './orders.ts';
import { generateBillPayments, generatePayments } from './payments.ts';
import { type Random, seededRandom } from './random.ts';
import { generateBankAccounts, generateCompany, generateDimensions, generateItems } from './setup.ts';
import { generateTaxRates } from './tax-rates.ts';

/** What a book is made from. The same plan and `now` always give the same book. */
export interface BookPlan {
  id: string;
  name: string;
  clientId: string;
  clientSecret: string;
  baseCurrency: string;
  /** Codes beside the base currency. */
  currencies: readonly string[];
  contacts: number;
  invoices: number;
  /** Default: the book's id. */
  seed?: string;
  ephemeral?: boolean;
}

/**
 * Makes a whole book with dates over the 24 months before `now` (ms). Payments number about 0.8 of the invoices, bills
 * about 0.4, the other documents less.
 */
export function generateBook(plan: BookPlan, now: number): Book {
  return {
    id: plan.id,
    name: plan.name,
    baseCurrency: plan.baseCurrency,
    clientId: plan.clientId,
    clientSecret: plan.clientSecret,
    ephemeral: plan.ephemeral ?? false,
    faults: [],
    tables: tablesOf(generateRows(plan, now)),
  };
}

function generateRows(plan: BookPlan, now: number): Rows {
  const seed = plan.seed ?? plan.id;
  const random = seededRandom(seed);
  /** Chance of its own for each kind of record, so that a change to one leaves the others as they are. */
  const chance = (model: Model) => seededRandom(`${seed}:${model}`);
  const { salesTax } = currencyFacts(plan.baseCurrency);
  const currencies = generateCurrencies(random, plan, now);
  const [base = random.pick(currencies)] = currencies;
  const accounts = generateAccounts(random, currencies, now);
  const contacts = generateContacts(random, currencies, plan.contacts, now);
  const trade = (share: number) => ({
    ...{ currencies, accounts, contacts, salesTax, now },
    count: Math.round(plan.invoices * share),
  });
  const invoices = generateInvoices(random, trade(1));
  const payments = generatePayments(random, { currencies, accounts, documents: invoices, now });
  const bills = generateBills(chance('bills'), trade(0.4));
  const billPayments = generateBillPayments(chance('bill_payments'), { currencies, accounts, documents: bills, now });
  const expenses = generateExpenses(chance('expenses'), trade(0.15));
  const bankAccounts = generateBankAccounts(chance('bank_accounts'), accounts, now);
  const decimalsOf = (id: number) => currencies.find((currency) => currency.id === id)?.decimals ?? 2;
  return {
    company: [generateCompany(chance('company'), plan, now)],
    currencies,
    accounts,
    tax_rates: generateTaxRates(plan.baseCurrency, now),
    dimensions: generateDimensions(now),
    items: generateItems(chance('items'), { base, accounts, salesTax }, now),
    contacts,
    bank_accounts: bankAccounts,
    sales_orders: generateOrders(chance('sales_orders'), trade(0.12), 'sales'),
    purchase_orders: generateOrders(chance('purchase_orders'), trade(0.08), 'purchases'),
    invoices,
    bills,
    credit_notes: generateCreditNotes(chance('credit_notes'), { documents: invoices, decimalsOf, now }),
    supplier_credits: generateSupplierCredits(chance('supplier_credits'), { documents: bills, decimalsOf, now }),
    payments,
    bill_payments: billPayments,
    expenses,
    bank_transactions: generateBankTransactions({ accounts, bankAccounts, payments, billPayments, expenses, now }),
    journals: generateJournals(chance('journals'), { base, accounts, now }),
  };
}

function generateCurrencies(random: Random, plan: BookPlan, now: number): Currency[] {
  const opened = atHour(now - 730 * dayMs, 21, now);
  const base = currencyFacts(plan.baseCurrency);
  return [plan.baseCurrency, ...plan.currencies].map((code, index) => {
    const facts = currencyFacts(code);
    const rated = officeHours(random, now - random.int(1, 9) * dayMs, now - 60_000);
    return {
      id: index + 1,
      created: iso(opened),
      modified: iso(index === 0 ? opened : rated),
      deleted: null,
      code,
      name: facts.name,
      symbol: facts.symbol,
      decimals: facts.decimals,
      rate: index === 0 ? '1' : (facts.usd / base.usd).toFixed(6),
      base: index === 0,
    };
  });
}
