import type { Canonical } from '../../../domain/records/registry.ts';
import { accountRow, bankAccountRow, currencyRow, dimensionRow, itemRow, taxRateRow } from '../rows/setup.ts';
import { ids, moment, read } from './values.ts';

export function mapCurrency(raw: unknown): Canonical<'CURRENCY'> {
  const row = read(currencyRow, raw);
  return {
    ...ids(row),
    fields: {
      name: row.name,
      code: row.code,
      symbol: row.symbol,
      is_base_currency: row.base,
      exchange_rate: row.rate,
      updated_at: moment(row.modified),
    },
    children: {},
  };
}

export function mapAccount(raw: unknown): Canonical<'ACCOUNT'> {
  const row = read(accountRow, raw);
  return {
    ...ids(row),
    fields: {
      name: row.name,
      description: row.description,
      nominal_code: row.code,
      category: accountCategory.get(row.class) ?? 'unknown',
      sub_category: row.group,
      status: row.active ? 'active' : 'inactive',
      current_balance: row.balance,
      currency_id: row.currency_id,
      parent_account_id: row.parent_id,
      updated_at: moment(row.modified),
    },
    children: {},
  };
}

export function mapBankAccount(raw: unknown): Canonical<'BANK_ACCOUNT'> {
  const row = read(bankAccountRow, raw);
  return {
    ...ids(row),
    fields: {
      institution_name: row.bank,
      account_name: row.name,
      account_number: row.number,
      balance: row.balance,
      currency_id: row.currency_id,
      category: bankAccountCategory.get(row.kind) ?? 'unknown',
      updated_at: moment(row.modified),
    },
    children: {},
  };
}

export function mapTaxRate(raw: unknown): Canonical<'TAX_RATE'> {
  const row = read(taxRateRow, raw);
  return {
    ...ids(row),
    fields: {
      name: row.name,
      code: row.code,
      tax_type: row.kind,
      effective_tax_rate: row.effective,
      total_tax_rate: row.rate,
      components: row.parts.map(({ name, rate, compound }) => ({ name, rate, is_compound: compound })),
      updated_at: moment(row.modified),
    },
    children: {},
  };
}

export function mapDimension(raw: unknown): Canonical<'TRACKING_CATEGORY'> {
  const row = read(dimensionRow, raw);
  return {
    ...ids(row),
    fields: {
      name: row.name,
      code: row.code,
      status: row.active ? 'active' : 'inactive',
      parent_category_id: row.parent_id,
      updated_at: moment(row.modified),
    },
    children: {},
  };
}

export function mapItem(raw: unknown): Canonical<'ITEM'> {
  const row = read(itemRow, raw);
  return {
    ...ids(row),
    fields: {
      name: row.name,
      description: row.description,
      status: row.active ? 'active' : 'inactive',
      type: itemType.get(row.kind) ?? 'unknown',
      code: row.code,
      quantity_on_hand: row.on_hand,
      is_bill_item: row.purchase !== null,
      is_invoice_item: row.sale !== null,
      bill_item: row.purchase && mapTerms(row.purchase),
      invoice_item: row.sale && mapTerms(row.sale),
      updated_at: moment(row.modified),
    },
    children: {},
  };
}

const mapTerms = (terms: {
  description: string;
  unit_price: string;
  account_id: string;
  tax_rate_id: string | null;
}) => ({
  description: terms.description,
  unit_price: terms.unit_price,
  account_id: terms.account_id,
  tax_id: terms.tax_rate_id,
});

/** The platform's words and ours. One that it adds later reads as unknown. */
const accountCategory = new Map<string, Canonical<'ACCOUNT'>['fields']['category']>([
  ['asset', 'asset'],
  ['bank', 'bank'],
  ['liability', 'liability'],
  ['equity', 'equity'],
  ['income', 'income'],
  ['expense', 'expense'],
]);

const bankAccountCategory = new Map<string, Canonical<'BANK_ACCOUNT'>['fields']['category']>([
  ['current', 'checking'],
  ['savings', 'savings'],
  ['card', 'credit_card'],
  ['cash', 'cash'],
]);

const itemType = new Map<string, Canonical<'ITEM'>['fields']['type']>([
  ['stock', 'inventory'],
  ['non_stock', 'non_inventory'],
  ['service', 'service'],
]);
