import type { Stamped } from './stamped.ts';

export interface Currency extends Stamped {
  code: string;
  name: string;
  symbol: string;
  /** Digits after the point: 0 for JPY, 3 for KWD. */
  decimals: number;
  /** Units of the book's base currency for one unit of this one, a decimal string. */
  rate: string;
  base: boolean;
}

export type AccountClass = 'asset' | 'bank' | 'liability' | 'equity' | 'income' | 'expense';

export interface Account extends Stamped {
  code: string;
  name: string;
  description: string | null;
  class: AccountClass;
  group: string;
  active: boolean;
  balance: string;
  currencyId: number;
  parentId: number | null;
}

/** An account at a bank, a card or a cash box, each with its account in the chart. */
export interface BankAccount extends Stamped {
  bank: string | null;
  name: string;
  number: string | null;
  kind: 'current' | 'savings' | 'card' | 'cash';
  balance: string;
  currencyId: number;
  accountId: number;
}

export interface TaxRate extends Stamped {
  code: string;
  name: string;
  kind: 'sales' | 'purchases' | 'both';
  /** Percent, a decimal string: the sum of the parts. */
  rate: string;
  /** What the parts come to where one is taken of the price with the others. */
  effective: string;
  parts: { name: string; rate: string; compound: boolean }[];
}

/** What bookings are told apart by: a category such as departments, or one of its values, whose parent it is. */
export interface Dimension extends Stamped {
  code: string;
  name: string;
  active: boolean;
  parentId: number | null;
}

/** On what terms an item is bought or sold, in the book's base currency. */
export interface ItemTerms {
  description: string;
  unitPrice: string;
  accountId: number;
  taxRateId: number | null;
}

export interface Item extends Stamped {
  code: string;
  name: string;
  description: string | null;
  kind: 'stock' | 'non_stock' | 'service';
  active: boolean;
  /** Null for what is not kept in stock. */
  onHand: string | null;
  sale: ItemTerms | null;
  purchase: ItemTerms | null;
}
