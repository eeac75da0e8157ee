/** How a value is shown. `reference`: another record; `word`: a code that reads as one; `state`: one with a colour. */
export type FieldKind =
  | 'text'
  | 'code'
  | 'money'
  | 'number'
  | 'percent'
  | 'day'
  | 'moment'
  | 'flag'
  | 'word'
  | 'state'
  | 'reference'
  | 'parts';

export interface FieldWords {
  label: string;
  kind: FieldKind;
}

/** What people call the columns of records, of whichever model, and how their values are shown. */
const fields: Record<string, FieldWords> = {
  name: { label: 'Name', kind: 'text' },
  legal_name: { label: 'Legal name', kind: 'text' },
  code: { label: 'Code', kind: 'code' },
  symbol: { label: 'Symbol', kind: 'text' },
  document_number: { label: 'Number', kind: 'text' },
  nominal_code: { label: 'Account code', kind: 'code' },
  account_name: { label: 'Name', kind: 'text' },
  account_number: { label: 'Account number', kind: 'code' },
  institution_name: { label: 'Bank', kind: 'text' },
  description: { label: 'Description', kind: 'text' },
  memo: { label: 'Note', kind: 'text' },
  tax_number: { label: 'Tax number', kind: 'code' },
  registration_number: { label: 'Registration number', kind: 'code' },
  base_currency: { label: 'Base currency', kind: 'code' },
  payment_mode: { label: 'Paid by', kind: 'word' },
  platform_unique_id: { label: 'Unique id on the platform', kind: 'code' },
  type: { label: 'Type', kind: 'word' },
  tax_type: { label: 'Type of tax', kind: 'word' },
  category: { label: 'Category', kind: 'word' },
  sub_category: { label: 'Sub-category', kind: 'word' },
  debit_or_credit: { label: 'Side', kind: 'word' },
  status: { label: 'Status', kind: 'state' },
  is_base_currency: { label: 'Base currency', kind: 'flag' },
  is_bill_item: { label: 'Is bought', kind: 'flag' },
  is_invoice_item: { label: 'Is sold', kind: 'flag' },
  total_amount: { label: 'Total', kind: 'money' },
  amount_due: { label: 'Open', kind: 'money' },
  sub_total: { label: 'Net', kind: 'money' },
  total_discount: { label: 'Discount', kind: 'money' },
  discount_amount: { label: 'Discount', kind: 'money' },
  tax_amount: { label: 'Tax', kind: 'money' },
  net_amount: { label: 'Net', kind: 'money' },
  unit_amount: { label: 'Unit price', kind: 'money' },
  amount: { label: 'Amount', kind: 'money' },
  remaining_credit: { label: 'Left to set off', kind: 'money' },
  current_balance: { label: 'Balance', kind: 'money' },
  balance: { label: 'Balance', kind: 'money' },
  quantity: { label: 'Quantity', kind: 'number' },
  quantity_on_hand: { label: 'In stock', kind: 'number' },
  currency_rate: { label: 'Exchange rate', kind: 'number' },
  exchange_rate: { label: 'Exchange rate', kind: 'number' },
  effective_tax_rate: { label: 'Effective rate', kind: 'percent' },
  total_tax_rate: { label: 'Total rate', kind: 'percent' },
  posted_date: { label: 'Date', kind: 'day' },
  due_date: { label: 'Due', kind: 'day' },
  delivery_date: { label: 'Delivery', kind: 'day' },
  payment_date: { label: 'Paid on', kind: 'day' },
  transaction_date: { label: 'Date', kind: 'day' },
  fiscal_start_at: { label: 'Fiscal year began', kind: 'day' },
  org_created_at: { label: 'Set up on', kind: 'day' },
  updated_at: { label: 'Changed', kind: 'moment' },
  contact_id: { label: 'Contact', kind: 'reference' },
  account_id: { label: 'Account', kind: 'reference' },
  from_account_id: { label: 'From account', kind: 'reference' },
  to_account_id: { label: 'To account', kind: 'reference' },
  parent_account_id: { label: 'Part of', kind: 'reference' },
  parent_category_id: { label: 'Part of', kind: 'reference' },
  currency_id: { label: 'Currency', kind: 'reference' },
  invoice_id: { label: 'Invoice', kind: 'reference' },
  bill_id: { label: 'Bill', kind: 'reference' },
  credit_note_id: { label: 'Credit note', kind: 'reference' },
  item_id: { label: 'Item', kind: 'reference' },
  tax_id: { label: 'Tax rate', kind: 'reference' },
  invoice_ids: { label: 'Set off against invoices', kind: 'parts' },
  bill_ids: { label: 'Set off against bills', kind: 'parts' },
  bill_item: { label: 'Bought at', kind: 'parts' },
  invoice_item: { label: 'Sold at', kind: 'parts' },
  components: { label: 'Consists of', kind: 'parts' },
};

/** A column's words; one that nobody named yet is shown by its own name. */
export const fieldWords = (column: string): FieldWords => fields[column] ?? { label: spelled(column), kind: 'text' };

/** Whether a column has words of its own. */
export const hasWords = (column: string): boolean => column in fields;

/** `partially_billed` → `Partially billed`. */
export const spelled = (word: string): string =>
  word.charAt(0).toUpperCase() + word.slice(1).toLowerCase().replaceAll('_', ' ');

/** Numbers stand right in a table. */
export const isNumeric = (kind: FieldKind): boolean => kind === 'money' || kind === 'number' || kind === 'percent';
