import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { accountRow, currencyRow } from '../rows/ledger.ts';
import { idText, quotient, stampOf } from './values.ts';

/** Rates are of the company's currency: so many units for one of it. */
export function mapCurrency(row: z.infer<typeof currencyRow>): Canonical<'CURRENCY'> {
  return {
    platformId: String(row.id),
    platformUniqueId: row.code,
    fields: {
      name: row.name,
      code: row.code,
      symbol: row.symbol,
      is_base_currency: row.id === row.company_currency.id,
      exchange_rate: quotient(row.rate, row.company_currency.rate),
      updated_at: stampOf(row),
    },
    children: {},
  };
}

/** The balance is debit less credit, as Tryton shows it, with the accounts below an account added in. */
export function mapAccount(row: z.infer<typeof accountRow>): Canonical<'ACCOUNT'> {
  return {
    platformId: String(row.id),
    platformUniqueId: row.code,
    fields: {
      name: row.name,
      description: row.note,
      nominal_code: row.code,
      category: categoryOf(row['type.']),
      sub_category: row['type.']?.name ?? null,
      status: row.active ? 'active' : 'inactive',
      current_balance: row.balance,
      currency_id: idText(row.currency),
      parent_account_id: idText(row.parent),
      updated_at: stampOf(row),
    },
    children: {},
  };
}

/** Tryton does not tell equity from other accounts on that side of the balance sheet, nor a bank from other assets. */
function categoryOf(type: z.infer<typeof accountRow>['type.']): Canonical<'ACCOUNT'>['fields']['category'] {
  if (type?.statement === 'income') return type.revenue ? 'income' : type.expense ? 'expense' : 'unknown';
  if (type?.statement !== 'balance') return 'unknown';
  if (type.assets || type.receivable || type.stock) return 'asset';
  return type.payable || type.debt ? 'liability' : 'unknown';
}
