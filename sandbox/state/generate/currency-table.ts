/** What the generator knows of a currency. `usd` is a round figure of its worth, for believable amounts only. */
export interface CurrencyFacts {
  name: string;
  symbol: string;
  decimals: number;
  usd: number;
  /** Where customers who pay in it live; keys of the locale table. */
  locales: readonly string[];
  /** The usual sales tax of a company keeping its books in it, percent. */
  salesTax: string;
}

export const currencyTable: Readonly<Record<string, CurrencyFacts>> = {
  USD: { name: 'US Dollar', symbol: '$', decimals: 2, usd: 1, locales: ['US'], salesTax: '8.25' },
  GBP: { name: 'Pound Sterling', symbol: '£', decimals: 2, usd: 1.27, locales: ['GB'], salesTax: '20' },
  EUR: { name: 'Euro', symbol: '€', decimals: 2, usd: 1.08, locales: ['DE', 'FR', 'ES', 'GR'], salesTax: '19' },
  JPY: { name: 'Japanese Yen', symbol: '¥', decimals: 0, usd: 0.0067, locales: ['JP'], salesTax: '10' },
  KWD: { name: 'Kuwaiti Dinar', symbol: 'د.ك', decimals: 3, usd: 3.25, locales: ['KW'], salesTax: '0' },
  PLN: { name: 'Polish Złoty', symbol: 'zł', decimals: 2, usd: 0.25, locales: ['PL'], salesTax: '23' },
  CHF: { name: 'Swiss Franc', symbol: 'CHF', decimals: 2, usd: 1.13, locales: ['DE', 'FR'], salesTax: '8.1' },
  AUD: { name: 'Australian Dollar', symbol: 'A$', decimals: 2, usd: 0.66, locales: ['GB'], salesTax: '10' },
  CAD: { name: 'Canadian Dollar', symbol: 'C$', decimals: 2, usd: 0.73, locales: ['US', 'FR'], salesTax: '5' },
};

/** The facts of a code that the table has; a code it lacks is an error of the caller. */
export function currencyFacts(code: string): CurrencyFacts {
  const facts = currencyTable[code];
  if (!facts) throw new RangeError(`No such currency here: ${code}`);
  return facts;
}
