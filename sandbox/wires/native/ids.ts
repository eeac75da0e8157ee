import type { Model } from '../../state/book.ts';

const prefixes: Record<Model, string> = {
  company: 'org',
  currencies: 'cur',
  accounts: 'acc',
  tax_rates: 'tax',
  dimensions: 'dim',
  items: 'itm',
  contacts: 'con',
  bank_accounts: 'ban',
  sales_orders: 'sor',
  purchase_orders: 'por',
  invoices: 'inv',
  bills: 'bil',
  credit_notes: 'crn',
  supplier_credits: 'scr',
  payments: 'pay',
  bill_payments: 'bpy',
  expenses: 'exp',
  bank_transactions: 'btx',
  journals: 'jnl',
};

/** A record's id on this wire: `con_12`. */
export const wireId = (model: Model, id: number) => `${prefixes[model]}_${id}`;

/** The number behind a wire id of that model; null where the text is none. */
export function recordId(model: Model, text: string): number | null {
  const [prefix, digits = ''] = text.split('_', 2);
  return prefix === prefixes[model] && /^[1-9]\d{0,14}$/.test(digits) && text === `${prefix}_${digits}`
    ? Number(digits)
    : null;
}
