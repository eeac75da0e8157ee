import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import { creditNoteRow, invoiceRow, orderRow, supplierCreditRow, type tradeLines } from '../rows/trade.ts';
import { dayStart, dayStartOrNull, ids, moment, read } from './values.ts';

/** An invoice or a bill: both have the same fields. */
export function mapInvoice(raw: unknown): Canonical<'INVOICE'> {
  const row = read(invoiceRow, raw);
  return {
    ...ids(row),
    fields: {
      ...party(row),
      status: invoiceStatus.get(row.status) ?? 'unknown',
      due_date: dayStartOrNull(row.due_on),
      ...sums(row),
      amount_due: row.balance,
    },
    children: { line_items: mapLines(row) },
  };
}

export function mapOrder(raw: unknown): Canonical<'SALES_ORDER'> {
  const row = read(orderRow, raw);
  return {
    ...ids(row),
    fields: {
      ...party(row),
      status: orderStatus.get(row.status) ?? 'unknown',
      due_date: null,
      delivery_date: dayStartOrNull(row.delivery_on),
      ...sums(row),
      amount_due: row.balance,
    },
    children: { line_items: mapLines(row) },
  };
}

export function mapCreditNote(raw: unknown): Canonical<'INVOICE_CREDIT_NOTE'> {
  const row = read(creditNoteRow, raw);
  return {
    ...ids(row),
    fields: { ...credit(row), invoice_ids: row.invoice_ids },
    children: { line_items: mapLines(row) },
  };
}

export function mapSupplierCredit(raw: unknown): Canonical<'BILL_CREDIT_NOTE'> {
  const row = read(supplierCreditRow, raw);
  return { ...ids(row), fields: { ...credit(row), bill_ids: row.bill_ids }, children: { line_items: mapLines(row) } };
}

type Document = Omit<z.infer<typeof creditNoteRow>, 'invoice_ids'>;

const party = (row: Document) => ({
  document_number: row.number,
  contact_id: row.contact_id,
  currency_id: row.currency_id,
  currency_rate: row.rate,
  posted_date: dayStart(row.issued_on),
  memo: row.note,
  updated_at: moment(row.modified),
});

const sums = (row: Document) => ({
  sub_total: row.subtotal,
  total_discount: row.discount,
  tax_amount: row.tax,
  total_amount: row.total,
});

const credit = (row: Document) => ({
  ...party(row),
  status: creditStatus.get(row.status) ?? ('unknown' as const),
  tax_amount: row.tax,
  total_amount: row.total,
  remaining_credit: row.balance,
});

/** Lines as children; they change with their document. */
export const mapLines = (row: { modified: string; lines: z.infer<typeof tradeLines> }) =>
  row.lines.map((line) => ({
    platform_id: line.id,
    item_id: line.item_id,
    account_id: line.account_id,
    description: line.description,
    quantity: line.quantity,
    unit_amount: line.unit_price,
    sub_total: line.net,
    discount_amount: line.discount,
    tax_id: line.tax_rate_id,
    tax_amount: line.tax,
    total_amount: line.total,
    updated_at: moment(row.modified),
  }));

const invoiceStatus = new Map<string, Canonical<'INVOICE'>['fields']['status']>([
  ['draft', 'draft'],
  ['issued', 'submitted'],
  ['part_paid', 'partially_paid'],
  ['settled', 'paid'],
  ['overdue', 'overdue'],
  ['cancelled', 'void'],
]);

const orderStatus = new Map<string, Canonical<'SALES_ORDER'>['fields']['status']>([
  ['draft', 'draft'],
  ['sent', 'submitted'],
  ['confirmed', 'open'],
  ['part_billed', 'partially_billed'],
  ['billed', 'closed'],
  ['cancelled', 'void'],
]);

const creditStatus = new Map<string, Canonical<'INVOICE_CREDIT_NOTE'>['fields']['status']>([
  ['draft', 'draft'],
  ['issued', 'submitted'],
  ['part_refunded', 'partially_paid'],
  ['refunded', 'paid'],
  ['cancelled', 'void'],
]);
