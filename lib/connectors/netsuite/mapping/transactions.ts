import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import {
  absolute,
  day,
  decimal,
  flag,
  id,
  negated,
  optionalDay,
  optionalDecimal,
  read,
  reference,
  text,
  updatedAt,
} from './values.ts';

const transaction = {
  tranid: text,
  entity: reference,
  currency: reference,
  exchangerate: optionalDecimal,
  memo: text,
  status: text,
  voided: flag.optional(),
  foreigntotal: decimal,
  trandate: day,
  updated_at: updatedAt,
};

const documentRow = z.object({
  ...transaction,
  id,
  type: z.enum(['CustInvc', 'VendBill']),
  foreignamountunpaid: optionalDecimal,
  duedate: optionalDay,
  lines: z.array(
    z.object({
      id,
      item: reference,
      itemtype: text,
      memo: text,
      quantity: optionalDecimal,
      rate: optionalDecimal,
      foreignamount: optionalDecimal,
      taxline: flag,
      account: reference,
    }),
  ),
});
type DocumentRow = z.infer<typeof documentRow>;
type Line = DocumentRow['lines'][number];

/** An invoice or a bill. The tax, and what is given off the price, are lines of their own here. */
export function mapDocument(raw: unknown): Canonical<'INVOICE'> {
  const row = read(documentRow, raw);
  const entered = row.lines.filter((line) => !line.taxline);
  const amounts = (lines: readonly Line[]) => lines.map((line) => asSold(row, line.foreignamount) ?? '0');
  return {
    platformId: row.id,
    platformUniqueId: row.id,
    fields: {
      document_number: row.tranid,
      status: statusOf(row),
      contact_id: row.entity,
      currency_id: row.currency,
      currency_rate: row.exchangerate,
      posted_date: row.trandate,
      due_date: row.duedate,
      sub_total: sum(amounts(entered)),
      total_discount: negated(sum(amounts(entered.filter((line) => line.itemtype === 'Discount')))),
      tax_amount: sum(amounts(row.lines.filter((line) => line.taxline))),
      total_amount: absolute(row.foreigntotal),
      amount_due: row.foreignamountunpaid,
      memo: row.memo,
      updated_at: row.updated_at,
    },
    children: {
      line_items: entered.map((line) => ({
        platform_id: `${row.id}:${line.id}`,
        item_id: line.item,
        account_id: line.account,
        description: line.memo,
        quantity: asSold(row, line.quantity),
        unit_amount: line.rate,
        sub_total: asSold(row, line.foreignamount),
        discount_amount: null,
        tax_id: null,
        tax_amount: null,
        total_amount: asSold(row, line.foreignamount),
        updated_at: row.updated_at,
      })),
    },
  };
}

/** As the document shows it: what is sold stands in the ledger with the other sign. */
const asSold = ({ type }: DocumentRow, value: string | null): string | null =>
  value !== null && type === 'CustInvc' ? negated(value) : value;

/** Exact, whatever the currency's digits. */
const exact = Decimal.clone({ precision: 100 });
const sum = (amounts: readonly string[]): string =>
  amounts.reduce((total, amount) => total.plus(amount), new exact(0)).toFixed();

/** Open is one state here, whether or not a part was paid; that something is overdue is none. */
function statusOf(row: DocumentRow): Canonical<'INVOICE'>['fields']['status'] {
  if (row.voided) return 'void';
  const status = documentStatus.get(row.status?.split(':').at(-1) ?? '') ?? 'unknown';
  const due = row.foreignamountunpaid;
  const isPartPaid = status === 'submitted' && due !== null && new exact(due).lt(absolute(row.foreigntotal));
  return isPartPaid ? 'partially_paid' : status;
}

/** By its letter; the type of the document may stand before it. */
const documentStatus = new Map<string, Canonical<'INVOICE'>['fields']['status']>([
  ['A', 'submitted'],
  ['B', 'paid'],
  ['C', 'void'],
  ['D', 'draft'],
  ['E', 'void'],
  ['V', 'void'],
]);

const paymentRow = z.object({
  ...transaction,
  /** Of the payment and of the document that this share of it pays. */
  id: z.string().regex(/^\d+:\d+$/, 'is not the id of a payment'),
  paymentid: id,
  document: id,
  foreignamount: decimal,
  account: reference,
});

export function mapInvoicePayment(raw: unknown): Canonical<'INVOICE_PAYMENT'> {
  const row = read(paymentRow, raw);
  const { platformId, platformUniqueId, fields } = payment(row);
  return { platformId, platformUniqueId, fields: { invoice_id: row.document, ...fields }, children: {} };
}

export function mapBillPayment(raw: unknown): Canonical<'BILL_PAYMENT'> {
  const row = read(paymentRow, raw);
  const { platformId, platformUniqueId, fields } = payment(row);
  return { platformId, platformUniqueId, fields: { bill_id: row.document, ...fields }, children: {} };
}

const payment = (row: z.infer<typeof paymentRow>) => ({
  platformId: row.id,
  platformUniqueId: row.paymentid,
  fields: {
    account_id: row.account,
    credit_note_id: null,
    amount: absolute(row.foreignamount),
    payment_mode: null,
    currency_id: row.currency,
    currency_rate: row.exchangerate,
    memo: row.memo,
    payment_date: row.trandate,
    contact_id: row.entity,
    document_number: row.tranid,
    updated_at: row.updated_at,
  },
});
