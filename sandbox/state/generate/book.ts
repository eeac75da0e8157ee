import { type Book, type Currency, tablesOf } from '../book.ts';
import { generateAccounts } from './accounts.ts';
import { generateContacts } from './contacts.ts';
import { currencyFacts } from './currency-table.ts';
import { atHour, dayMs, iso, officeHours } from './dates.ts';
import { generateInvoices } from './invoices.ts';
import { generatePayments } from './payments.ts';
import { type Random, seededRandom } from './random.ts';

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

/** Makes a whole book with dates over the 24 months before `now` (ms). Payments number about 0.8 of the invoices. */
export function generateBook(plan: BookPlan, now: number): Book {
  const random = seededRandom(plan.seed ?? plan.id);
  const currencies = generateCurrencies(random, plan, now);
  const accounts = generateAccounts(random, currencies, now);
  const contacts = generateContacts(random, currencies, plan.contacts, now);
  const salesTax = currencyFacts(plan.baseCurrency).salesTax;
  const invoices = generateInvoices(random, { currencies, accounts, contacts, salesTax, count: plan.invoices, now });
  const payments = generatePayments(random, { currencies, accounts, invoices, now });
  return {
    id: plan.id,
    name: plan.name,
    baseCurrency: plan.baseCurrency,
    clientId: plan.clientId,
    clientSecret: plan.clientSecret,
    ephemeral: plan.ephemeral ?? false,
    faults: [],
    tables: tablesOf({ currencies, accounts, contacts, invoices, payments }),
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
