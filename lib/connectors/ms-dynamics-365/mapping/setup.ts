import type { Canonical } from '../../../domain/records/registry.ts';
import { accountRow, currencyRow, itemRow, localCurrencyRow } from '../rows/setup.ts';
import { ids, read, word } from './values.ts';

/** Currencies go by their codes: that of the books has no id, and documents name all by code. */
export function mapCurrency(raw: unknown): Canonical<'CURRENCY'> {
  return isLocal(raw) ? mapLocalCurrency(raw) : mapForeignCurrency(raw);
}

const isLocal = (raw: unknown) =>
  typeof raw === 'object' && raw !== null && '@entity' in raw && raw['@entity'] === 'companyInformation';

function mapLocalCurrency(raw: unknown): Canonical<'CURRENCY'> {
  const row = read(localCurrencyRow, raw);
  return {
    platformId: row.currencyCode,
    platformUniqueId: row.currencyCode,
    fields: {
      name: row.currencyCode,
      code: row.currencyCode,
      symbol: null,
      is_base_currency: true,
      exchange_rate: '1',
      updated_at: row.lastModifiedDateTime,
    },
    children: {},
  };
}

function mapForeignCurrency(raw: unknown): Canonical<'CURRENCY'> {
  const row = read(currencyRow, raw);
  return {
    platformId: row.code,
    platformUniqueId: row.code,
    fields: {
      name: row.displayName || row.code,
      code: row.code,
      symbol: row.symbol,
      is_base_currency: false,
      exchange_rate: null,
      updated_at: row.lastModifiedDateTime,
    },
    children: {},
  };
}

export function mapAccount(raw: unknown): Canonical<'ACCOUNT'> {
  const row = read(accountRow, raw);
  return {
    ...ids(row),
    fields: {
      name: row.displayName,
      description: null,
      nominal_code: row.number,
      category: accountCategory.get(word(row.category)) ?? 'unknown',
      sub_category: row.subCategory,
      status: row.blocked ? 'inactive' : 'active',
      current_balance: row.netChange,
      currency_id: row['@localCurrency'],
      parent_account_id: null,
      updated_at: row.lastModifiedDateTime,
    },
    children: {},
  };
}

export function mapItem(raw: unknown): Canonical<'ITEM'> {
  const row = read(itemRow, raw);
  const type = itemType.get(word(row.type)) ?? 'unknown';
  const terms = (unitPrice: string) => ({
    description: null,
    unit_price: unitPrice,
    account_id: null,
    tax_id: null,
  });
  return {
    ...ids(row),
    fields: {
      name: row.displayName,
      description: null,
      status: row.blocked ? 'inactive' : 'active',
      type,
      code: row.number,
      quantity_on_hand: type === 'inventory' ? row.inventory : null,
      // Every item can be bought and sold.
      is_bill_item: true,
      is_invoice_item: true,
      bill_item: terms(row.unitCost),
      invoice_item: terms(row.unitPrice),
      updated_at: row.lastModifiedDateTime,
    },
    children: {},
  };
}

const accountCategory = new Map<string, Canonical<'ACCOUNT'>['fields']['category']>([
  ['Assets', 'asset'],
  ['Liabilities', 'liability'],
  ['Equity', 'equity'],
  ['Income', 'income'],
  ['Cost of Goods Sold', 'expense'],
  ['Expense', 'expense'],
]);

const itemType = new Map<string, Canonical<'ITEM'>['fields']['type']>([
  ['Inventory', 'inventory'],
  ['Non-Inventory', 'non_inventory'],
  ['Service', 'service'],
]);
