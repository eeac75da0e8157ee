import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import type { ParentModel } from '@/db/schema/enums.ts';
import { pageSizes } from '@/lib/page-size.ts';

/** A column of a model's table; `from` leaves it out on narrower screens. */
export interface ListedColumn {
  column: string;
  from?: 'md' | 'lg' | 'xl';
}

/** How a model's records are listed. */
export interface RecordList {
  /** The head of the first column, which names the record and opens it. */
  titled: string;
  columns: readonly ListedColumn[];
  filters: readonly ['status', 'since', 'show'];
  sorts: readonly string[];
  defaultSort: string | null;
  rowSizes: readonly number[];
  /** Its records have a date, from which on one may ask for them. */
  isDated: boolean;
  /** The states one may ask for; empty where the model has none. */
  statuses: readonly string[];
}

interface ListShape {
  titled?: string;
  columns: readonly (string | ListedColumn)[];
  sorts: readonly string[];
  /** Newest first by this date; without one in the order in which they came. */
  date?: string;
  statuses?: readonly string[];
}

const list = ({ titled = 'Number', columns, sorts, date, statuses = [] }: ListShape): RecordList => ({
  titled,
  columns: columns.map((one) => (typeof one === 'string' ? { column: one } : one)),
  filters: ['status', 'since', 'show'],
  sorts,
  defaultSort: date ? `-${date}` : null,
  rowSizes: pageSizes,
  isDated: date !== undefined,
  statuses,
});

const md = (column: string): ListedColumn => ({ column, from: 'md' });
const lg = (column: string): ListedColumn => ({ column, from: 'lg' });
const xl = (column: string): ListedColumn => ({ column, from: 'xl' });

const kept = ['active', 'inactive', 'archived'] as const;
const traded = ['draft', 'submitted', 'partially_paid', 'paid', 'overdue', 'void'] as const;
const credited = ['draft', 'submitted', 'partially_paid', 'paid', 'void'] as const;
const ordered = ['draft', 'submitted', 'open', 'partially_billed', 'closed', 'void'] as const;

const tradeDocument = list({
  columns: [md('contact_id'), md('posted_date'), lg('due_date'), md('status'), md('total_amount'), 'amount_due'],
  sorts: ['posted_date', 'due_date', 'total_amount', 'amount_due'],
  date: 'posted_date',
  statuses: traded,
});
const creditNote = list({
  columns: [md('contact_id'), md('posted_date'), md('status'), 'total_amount', lg('remaining_credit')],
  sorts: ['posted_date', 'total_amount', 'remaining_credit'],
  date: 'posted_date',
  statuses: credited,
});
const order = list({
  columns: [md('contact_id'), md('posted_date'), lg('delivery_date'), md('status'), 'total_amount'],
  sorts: ['posted_date', 'delivery_date', 'total_amount'],
  date: 'posted_date',
  statuses: ordered,
});
const payment = (paid: 'invoice_id' | 'bill_id') =>
  list({
    columns: [md(paid), lg('contact_id'), md('payment_date'), lg('account_id'), xl('payment_mode'), 'amount'],
    sorts: ['payment_date', 'amount'],
    date: 'payment_date',
  });

/** The lists of all models but contacts, which have their own. */
export const recordLists: Record<Exclude<ParentModel, 'CONTACT'>, RecordList> = {
  INVOICE: tradeDocument,
  BILL: tradeDocument,
  INVOICE_CREDIT_NOTE: creditNote,
  BILL_CREDIT_NOTE: creditNote,
  SALES_ORDER: order,
  PURCHASE_ORDER: order,
  INVOICE_PAYMENT: payment('invoice_id'),
  BILL_PAYMENT: payment('bill_id'),
  EXPENSE: list({
    titled: 'Note',
    columns: [md('contact_id'), lg('account_id'), md('posted_date'), md('status'), 'total_amount'],
    sorts: ['posted_date', 'total_amount'],
    date: 'posted_date',
    statuses: ['draft', 'submitted', 'paid', 'void'],
  }),
  BANK_TRANSACTION: list({
    titled: 'Id on the platform',
    columns: [
      md('type'),
      md('debit_or_credit'),
      lg('account_id'),
      xl('contact_id'),
      md('transaction_date'),
      lg('status'),
      'amount',
    ],
    sorts: ['transaction_date', 'amount'],
    date: 'transaction_date',
    statuses: ['pending', 'posted', 'reconciled', 'void'],
  }),
  JOURNAL_ENTRY: list({
    columns: [md('description'), md('posted_date'), 'amount'],
    sorts: ['posted_date', 'amount'],
    date: 'posted_date',
  }),
  COMPANY_INFO: list({
    titled: 'Name',
    columns: [lg('legal_name'), 'base_currency', md('tax_number'), md('fiscal_start_at')],
    sorts: ['fiscal_start_at'],
  }),
  CURRENCY: list({
    titled: 'Code',
    columns: ['name', md('symbol'), md('is_base_currency'), 'exchange_rate'],
    sorts: [],
  }),
  ACCOUNT: list({
    titled: 'Name',
    columns: [md('nominal_code'), md('category'), xl('sub_category'), lg('status'), 'current_balance'],
    sorts: ['current_balance'],
    statuses: kept,
  }),
  TAX_RATE: list({
    titled: 'Name',
    columns: [md('code'), lg('tax_type'), 'effective_tax_rate'],
    sorts: ['effective_tax_rate'],
  }),
  TRACKING_CATEGORY: list({
    titled: 'Name',
    columns: ['code', md('parent_category_id'), md('status')],
    sorts: [],
    statuses: kept,
  }),
  ITEM: list({
    titled: 'Name',
    columns: [md('code'), md('type'), md('status'), 'quantity_on_hand'],
    sorts: ['quantity_on_hand'],
    statuses: kept,
  }),
  BANK_ACCOUNT: list({
    titled: 'Name',
    columns: [md('institution_name'), lg('account_number'), md('category'), 'balance'],
    sorts: ['balance'],
  }),
};

export type ListedModel = keyof typeof recordLists;

/** `['invoice payment', 'invoice payments']`. */
export function recordNoun(model: ParentModel): readonly [one: string, many: string] {
  const many = dataModelNames[model].toLowerCase();
  return [many.replace(/ies$/, 'y').replace(/s$/, ''), many];
}
