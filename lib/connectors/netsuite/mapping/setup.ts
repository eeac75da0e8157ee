import { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import { decimal, flag, id, optionalDecimal, read, reference, text, updatedAt } from './values.ts';

const currencyRow = z.object({
  id,
  name: text,
  symbol: z.string().length(3),
  displaysymbol: text,
  exchangerate: optionalDecimal,
  isbasecurrency: flag,
});

export function mapCurrency(raw: unknown): Canonical<'CURRENCY'> {
  const row = read(currencyRow, raw);
  return {
    platformId: row.id,
    platformUniqueId: row.id,
    fields: {
      name: row.name,
      code: row.symbol,
      symbol: row.displaysymbol,
      is_base_currency: row.isbasecurrency,
      exchange_rate: row.exchangerate,
      updated_at: null,
    },
    children: {},
  };
}

const accountRow = z.object({
  id,
  acctnumber: text,
  accountsearchdisplayname: text,
  accttype: z.string(),
  description: text,
  balance: optionalDecimal,
  currency: reference,
  parent: reference,
  isinactive: flag,
  updated_at: updatedAt,
});

export function mapAccount(raw: unknown): Canonical<'ACCOUNT'> {
  const row = read(accountRow, raw);
  return {
    platformId: row.id,
    platformUniqueId: row.id,
    fields: {
      name: row.accountsearchdisplayname,
      description: row.description,
      nominal_code: row.acctnumber,
      category: accountCategory.get(row.accttype) ?? 'unknown',
      sub_category: row.accttype,
      status: row.isinactive ? 'inactive' : 'active',
      current_balance: row.balance,
      currency_id: row.currency,
      parent_account_id: row.parent,
      updated_at: row.updated_at,
    },
    children: {},
  };
}

const itemRow = z.object({
  id,
  itemid: text,
  displayname: text,
  description: text,
  itemtype: z.string(),
  subtype: text,
  totalquantityonhand: optionalDecimal,
  purchasedescription: text,
  cost: optionalDecimal,
  incomeaccount: reference,
  expenseaccount: reference,
  isinactive: flag,
  updated_at: updatedAt,
  prices: z.array(z.object({ currency: id, unitprice: decimal })),
});

/** An item without a subtype, as one in stock is, is bought and sold. */
export function mapItem(raw: unknown): Canonical<'ITEM'> {
  const row = read(itemRow, raw);
  const isSold = row.subtype !== 'Purchase';
  const isBought = row.subtype !== 'Sale';
  return {
    platformId: row.id,
    platformUniqueId: row.id,
    fields: {
      name: row.displayname ?? row.itemid,
      description: row.description,
      status: row.isinactive ? 'inactive' : 'active',
      type: itemType.get(row.itemtype) ?? 'unknown',
      code: row.itemid,
      quantity_on_hand: row.totalquantityonhand,
      is_bill_item: isBought,
      is_invoice_item: isSold,
      bill_item: isBought
        ? { description: row.purchasedescription, unit_price: row.cost, account_id: row.expenseaccount, tax_id: null }
        : null,
      invoice_item: isSold
        ? {
            description: row.description,
            // Prices of other currencies are not told apart here: the first one is that of the lowest currency id.
            unit_price: row.prices[0]?.unitprice ?? null,
            account_id: row.incomeaccount,
            tax_id: null,
          }
        : null,
      updated_at: row.updated_at,
    },
    children: {},
  };
}

/** The platform's words and ours. One that it adds later reads as unknown. */
const accountCategory = new Map<string, Canonical<'ACCOUNT'>['fields']['category']>([
  ['Bank', 'bank'],
  ['AcctRec', 'asset'],
  ['UnbilledRec', 'asset'],
  ['OthCurrAsset', 'asset'],
  ['FixedAsset', 'asset'],
  ['OthAsset', 'asset'],
  ['DeferExpense', 'asset'],
  ['AcctPay', 'liability'],
  ['CredCard', 'liability'],
  ['OthCurrLiab', 'liability'],
  ['LongTermLiab', 'liability'],
  ['DeferRevenue', 'liability'],
  ['Equity', 'equity'],
  ['Income', 'income'],
  ['OthIncome', 'income'],
  ['COGS', 'expense'],
  ['Expense', 'expense'],
  ['OthExpense', 'expense'],
]);

const itemType = new Map<string, Canonical<'ITEM'>['fields']['type']>([
  ['InvtPart', 'inventory'],
  ['Assembly', 'inventory'],
  ['NonInvtPart', 'non_inventory'],
  ['Service', 'service'],
]);
