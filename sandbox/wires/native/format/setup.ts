import type {
  Account,
  BankAccount,
  Currency,
  Dimension,
  Item,
  ItemTerms,
  TaxRate,
} from '../../../state/records/setup.ts';
import { wireId } from '../ids.ts';
import { idOrNull } from './references.ts';

export const currency = (one: Currency) => ({
  code: one.code,
  name: one.name,
  symbol: one.symbol,
  decimals: one.decimals,
  rate: one.rate,
  base: one.base,
});

export const account = (one: Account) => ({
  code: one.code,
  name: one.name,
  description: one.description,
  class: one.class,
  group: one.group,
  active: one.active,
  balance: one.balance,
  currency_id: wireId('currencies', one.currencyId),
  parent_id: idOrNull('accounts', one.parentId),
});

export const bankAccount = (one: BankAccount) => ({
  bank: one.bank,
  name: one.name,
  number: one.number,
  kind: one.kind,
  balance: one.balance,
  currency_id: wireId('currencies', one.currencyId),
  account_id: wireId('accounts', one.accountId),
});

export const taxRate = (one: TaxRate) => ({
  code: one.code,
  name: one.name,
  kind: one.kind,
  rate: one.rate,
  effective: one.effective,
  parts: one.parts.map((part) => ({ name: part.name, rate: part.rate, compound: part.compound })),
});

export const dimension = (one: Dimension) => ({
  code: one.code,
  name: one.name,
  active: one.active,
  parent_id: idOrNull('dimensions', one.parentId),
});

export const item = (one: Item) => ({
  code: one.code,
  name: one.name,
  description: one.description,
  kind: one.kind,
  active: one.active,
  on_hand: one.onHand,
  sale: one.sale && terms(one.sale),
  purchase: one.purchase && terms(one.purchase),
});

const terms = (one: ItemTerms) => ({
  description: one.description,
  unit_price: one.unitPrice,
  account_id: wireId('accounts', one.accountId),
  tax_rate_id: idOrNull('tax_rates', one.taxRateId),
});
